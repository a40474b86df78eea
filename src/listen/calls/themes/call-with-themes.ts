import type { Viewer } from '#core/access/viewer.ts'
import { holdsRole } from '#core/access/viewer.ts'
import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isClerkOf } from '#ground/matters/policy.ts'
import { publishesAtLeast } from '#ground/notices/rules.ts'
import type { Call, Question } from '../call.ts'
import { callById, findVisibleCall } from '../find-call.ts'
import { m } from './messages.ts'
import { type Theme, themeNumbered } from './themes-of.ts'

/** A call with what its notice lets anybody read of the answers. */
export interface ThemedCall extends Call {
  publishes: string
}

/** People who decide about themes: the body's theme team, and its clerks. */
export function mayTheme(viewer: Viewer, { body }: Pick<Call, 'body'>): 'allowed' | 'not-in-the-team' {
  const place = { lineage: body.lineage, bodyId: body.id }
  return holdsRole(viewer, 'theme-team', place) || isClerkOf(viewer, place) ? 'allowed' : 'not-in-the-team'
}

/** What is taken up is the body's to say: its clerks'. */
export function mayChoose(viewer: Viewer, { body }: Pick<Call, 'body'>): 'allowed' | 'not-the-clerk' {
  return isClerkOf(viewer, { lineage: body.lineage, bodyId: body.id }) ? 'allowed' : 'not-the-clerk'
}

export const showsWords = ({ publishes }: ThemedCall) => publishesAtLeast(publishes, 'words')
export const showsQuotations = ({ publishes }: ThemedCall) => publishesAtLeast(publishes, 'quotations')

export type Found<T> = { ok: true; found: T } | { ok: false; answer: Answer }

export const openQuestions = ({ questions }: Call): Question[] =>
  questions.filter(({ kind }) => kind === 'open')

export async function findCall(x: Exchange): Promise<Found<ThemedCall>> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchCall)) }
  return { ok: true, found: await withPublishes(x, call) }
}

/** The call of `/calls/:number/…`, for its team or its clerks. */
export async function findCallOfTeam(x: Exchange): Promise<Found<ThemedCall>> {
  const found = await findCall(x)
  return found.ok && mayTheme(x.viewer, found.found) !== 'allowed'
    ? { ok: false, answer: notInTheTeam(x, found.found) }
    : found
}

export interface ThemeOfCall {
  theme: Theme
  call: ThemedCall
  question: Question
}

/** The theme of `/themes/:number/…` with its call. */
export async function findTheme(x: Exchange): Promise<Found<ThemeOfCall>> {
  const theme = await themeNumbered(x.db, x.params.number)
  const missing = { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchTheme)) } as const
  if (!theme) return missing
  const { callId } = await x.db
    .selectFrom('callQuestions')
    .select('callId')
    .where('id', '=', theme.questionId)
    .executeTakeFirstOrThrow()
  const call = await callById(x.db, callId)
  const question = call?.questions.find(({ id }) => id === theme.questionId)
  if (!call || !question) return missing
  return { ok: true, found: { theme, question, call: await withPublishes(x, call) } }
}

/** The same for who decides about themes; what was merged or ended is read, and changed no more. */
export async function findThemeOfTeam(x: Exchange): Promise<Found<ThemeOfCall>> {
  const found = await findTheme(x)
  if (!found.ok) return found
  const { call, theme } = found.found
  if (mayTheme(x.viewer, call) !== 'allowed') return { ok: false, answer: notInTheTeam(x, call) }
  if (theme.endedAt || theme.mergedInto)
    return { ok: false, answer: problem(409, 'theme.over', x.t(m.themeIsOver, { number: theme.number })) }
  return found
}

function notInTheTeam(x: Exchange, { body }: Call): Answer {
  return problem(403, 'theme.not-in-the-team', x.t(m.notInTheTeam, { body: body.name }))
}

async function withPublishes(x: Exchange, call: Call): Promise<ThemedCall> {
  const { publishes } = await x.db
    .selectFrom('noticeVersions')
    .select('publishes')
    .where('noticeId', '=', call.notice.id)
    .where('version', '=', call.notice.version)
    .executeTakeFirstOrThrow()
  return { ...call, publishes }
}
