import { z } from 'zod'
import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoDay } from '#core/input/text.ts'
import { isoDate } from '#core/time/days.ts'
import type { Call, NewAnswer, TakenIn } from '../../calls/index.ts'
import { CONSENTS, type Consent, type Entered } from './enter-answers.ts'
import { unitNamed } from './find-unit.ts'
import { m } from './messages.ts'
import { saidAtOf } from './said-at.ts'
import { type CellProblem, type Cells, readCells } from './typed-answer.ts'

/** What holds for a whole form, or for a whole sheet: consent, day, place, language. */
export interface Circumstances {
  consent: Consent
  saidOn: string | null
  saidAt: Date | undefined
  unitId: string | null
  /** A place was named, rather than taken from the slip or the helper: it may be the whole answer. */
  isPlaceTyped: boolean
  language: string
  standing: NewAnswer['standing']
}

export type ReadCircumstances =
  | { ok: true; circumstances: Circumstances }
  | { ok: false; problems: FieldProblem[] }

const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
const day = z.union([z.literal(''), isoDay])
const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** Reads what is the same for every route a helper brings in. `unitId` is taken where no place was typed. */
export async function readCircumstances(
  x: Pick<Exchange, 'db' | 'form' | 't' | 'now' | 'language'>,
  { call, unitId }: { call: Call; unitId: string | null },
): Promise<ReadCircumstances> {
  const { form, t, db } = x
  const problems: FieldProblem[] = []
  const consent = CONSENTS.find((one) => one === form.consent)
  if (!consent) problems.push({ field: 'consent', message: t(m.consentMissing) })
  const when = readDay(x, call)
  if ('message' in when) problems.push({ field: 'saidOn', message: when.message })
  const unit = await unitNamed(db, text(form.unit))
  if (!unit && text(form.unit) !== '') problems.push({ field: 'unit', message: t(m.noSuchUnit) })
  const isMember = await isMemberToday(x, text(form.member))
  if (call.audience === 'members' && !isMember) problems.push({ field: 'member', message: t(m.notAMember) })
  if (problems.length > 0 || !consent || 'message' in when) return { ok: false, problems }
  const language = languageTag.safeParse(form.language)
  return {
    ok: true,
    circumstances: {
      consent,
      ...when,
      unitId: unit?.id ?? unitId,
      isPlaceTyped: unit !== null,
      language: language.success ? language.data : call.language,
      standing: isMember ? 'member' : 'unknown',
    },
  }
}

type Day = { saidOn: string | null; saidAt: Date | undefined } | { message: string }

function readDay({ form, t, now }: Pick<Exchange, 'form' | 't' | 'now'>, call: Call): Day {
  const typed = day.safeParse(text(form.saidOn))
  if (!typed.success) return { message: t(m.notThen) }
  const saidOn = typed.data === '' ? null : typed.data
  const said = saidAtOf(saidOn, call, now)
  if (said.ok) return { saidOn, saidAt: said.saidAt }
  return { message: said.why === 'say-when' ? t(m.sayWhen, { day: t.moment(call.closesAt) }) : t(m.notThen) }
}

/** Looked up, and forgotten: a number on a form makes nobody its author. */
async function isMemberToday({ db, now }: Pick<Exchange, 'db' | 'now'>, number: string): Promise<boolean> {
  if (number === '') return false
  const today = isoDate(now)
  const found = await db
    .selectFrom('memberships')
    .select('id')
    .where('number', '=', number)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]))
    .executeTakeFirst()
  return found !== undefined
}

interface Typed {
  call: Call
  route: NewAnswer['route']
  cells: Cells
  circumstances: Circumstances
}

/** An answer from its cells, or what is wrong with them. Anonymous: nobody's name is asked, so there is none to leave out. */
export function entryFrom({ call, route, cells, circumstances }: Typed): {
  entry: Entered
  problems: CellProblem[]
} {
  const { words, marks, problems } = readCells(call, cells)
  const { consent, saidOn, saidAt, unitId, language, standing } = circumstances
  const author = { authorship: 'anonymous' } as const
  const answer = { callId: call.id, route, language, author, standing, words, marks, unitId, saidAt }
  const isEmpty =
    words.length === 0 && marks.length === 0 && problems.length === 0 && !circumstances.isPlaceTyped
  const [first] = call.questions
  if (isEmpty) problems.push({ place: first?.place ?? 1, why: 'empty' })
  return { entry: { answer, consent, saidOn }, problems }
}

const CELL_MESSAGES = {
  'no-such-option': m.noSuchOption,
  'too-many-options': m.tooMany,
  'not-a-d-p': m.notADP,
  empty: m.empty,
} as const

export function cellProblems({ t }: Pick<Exchange, 't'>, problems: readonly CellProblem[]): FieldProblem[] {
  return problems.map(({ place, why }) => ({ field: `q${place}`, message: t(CELL_MESSAGES[why]) }))
}

/** Why an answer was not taken in, in words, at the question concerned. */
export function refusalProblems(
  { t, now }: Pick<Exchange, 't' | 'now'>,
  call: Call,
  refused: Extract<TakenIn, { ok: false }>,
): FieldProblem[] {
  if (!('problems' in refused)) {
    if (refused.why === 'not-for-you') return [{ field: 'unit', message: t(m.notForThem) }]
    return now >= call.helpersUntil
      ? [{ field: 'form', message: t(m.late, { day: t.moment(call.helpersUntil) }) }]
      : [{ field: 'saidOn', message: t(m.notThen) }]
  }
  return refused.problems.map(({ questionId, why }) => {
    const place = call.questions.find(({ id }) => id === questionId)?.place ?? call.questions[0]?.place
    return { field: `q${place}`, message: t(ANSWER_MESSAGES[why] ?? m.empty) }
  })
}

const ANSWER_MESSAGES: Readonly<Record<string, typeof m.empty>> = {
  empty: m.empty,
  'too-long': m.tooLong,
  'too-many': m.tooMany,
  'not-text': m.notText,
}
