import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { bodiesToOffer, findBody } from '#ground/bodies/queries.ts'
import { crumbsTo } from '#ground/gatherings/crumbs-to.ts'
import type { Gathering } from '#ground/gatherings/find-gathering.ts'
import { findToOrganise } from '#ground/gatherings/gathering-form.ts'
import { bodiesOf } from '#ground/units/bodies-of.ts'
import { callById } from '../calls/index.ts'
import { type EnterOutcome, enterHeard } from './enter-heard.ts'
import { FORM_ROWS, placesOf, type Sheet, sheetInput, sheetOf } from './heard-input.ts'
import { heardAt } from './list-heard.ts'
import { m } from './messages.ts'
import { HeardPage } from './pages/heard-page.tsx'

export const enteredJson = z.object({
  entered: z.array(z.object({ id: z.string(), number: z.number(), repeat: z.boolean() })),
})

type Found = { ok: true; gathering: Gathering } | { ok: false; answer: Answer }

/** A gathering of one's own that has begun and was not called off. */
async function findHeardAt(x: Exchange): Promise<Found> {
  const found = await findToOrganise(x)
  if (!found.ok) return found
  const { startsAt, cancelledReason } = found.gathering
  if (cancelledReason !== null)
    return { ok: false, answer: problem(409, 'gathering.called-off', x.t(m.calledOff)) }
  if (startsAt > x.now) return { ok: false, answer: problem(409, 'gathering.not-yet', x.t(m.notYet)) }
  return found
}

/** The sheet: a row for each thing heard. */
export async function showHeardForm(x: Exchange): Promise<Answer> {
  const found = await findHeardAt(x)
  if (!found.ok) return found.answer
  const html = await sheetPage(x, found.gathering, [])
  return show(x, { html: () => html, json: () => ({}) })
}

/** Takes a sheet in. Sending it again changes nothing and says which numbers its rows have. */
export async function createHeard(x: Exchange): Promise<Answer> {
  const found = await findHeardAt(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  const input = sheetInput.safeParse(sheetOf(x.form))
  if (!input.success) return again(x, gathering, problemsOf(input.error, x.t).map(inForm(x.form)))
  const { rows, to, people_there: people = null, language = x.language } = input.data
  if (people === null && gathering.peopleThere === null)
    return again(x, gathering, [{ field: 'people_there', message: x.t(m.peopleMissing) }])
  const body = gathering.callId === null && to ? await findBody(x.db, to, x.now) : null
  const outcome = await enterHeard(x.db, {
    gathering,
    rows,
    language,
    body,
    peopleThere: people,
    by: x.viewer.person,
    now: x.now,
  })
  return outcome.ok ? entered(x, gathering, outcome) : again(x, gathering, [refusalOf(x, outcome.why)])
}

const REFUSALS = {
  'call-not-open': m.callNotOpen,
  'call-not-for-them': m.callNotForThem,
  'call-asks-no-words': m.callAsksNoWords,
  'no-body': m.bodyMissing,
} as const

function refusalOf(x: Exchange, why: keyof typeof REFUSALS): FieldProblem {
  return { field: why === 'no-body' ? 'to' : 'words-1', message: x.t(REFUSALS[why]) }
}

/** `rows.2.words` of the schema is `words-4` where the form's second and third rows were left empty. */
function inForm(form: Readonly<Record<string, unknown>>) {
  const filled = placesOf(form).filter((place) => String(form[`words-${place}`]).trim() !== '')
  return ({ field, message }: FieldProblem): FieldProblem => {
    const [, row, name] = /^rows\.(\d+)\.(\w+)$/.exec(field) ?? []
    const place = filled[Number(row)]
    return place === undefined ? { field, message } : { field: `${name}-${place}`, message }
  }
}

function entered(
  x: Exchange,
  { number }: Gathering,
  { entered: rows }: Extract<EnterOutcome, { ok: true }>,
): Answer {
  const repeats = rows.filter(({ isRepeat }) => isRepeat).length
  return done(x, {
    to: `/gatherings/${number}/heard?entered=${rows.length - repeats}&already=${repeats}`,
    status: 201,
    json: () => ({
      entered: rows.map(({ id, number: of, isRepeat }) => ({ id, number: of, repeat: isRepeat })),
    }),
  })
}

async function again(x: Exchange, gathering: Gathering, problems: FieldProblem[]): Promise<Answer> {
  const html = x.wants === 'html' ? await sheetPage(x, gathering, problems) : ''
  return invalidForm(x, { id: 'heard.invalid', problems, html: () => html })
}

async function sheetPage(x: Exchange, gathering: Gathering, problems: FieldProblem[]): Promise<string> {
  const named = typeof x.form.to === 'string' ? x.form.to : await bodyThatHears(x, gathering)
  const [call, bodies, soFar] = await Promise.all([
    gathering.callId === null ? null : callById(x.db, gathering.callId),
    bodiesToOffer(x.db, { now: x.now, named }),
    heardAt(x.db, gathering.id),
  ])
  return x.page({
    title: x.t(m.heardTitle, { title: gathering.title }),
    crumbs: crumbsTo(x.t, gathering),
    section: 'gatherings',
    isUnlisted: true,
    islands: ['heard'],
    children: HeardPage({
      t: x.t,
      gathering,
      call,
      bodies,
      languages: x.house.languages,
      language: typeof x.form.language === 'string' ? x.form.language : x.language,
      to: named ?? '',
      people:
        typeof x.form.people_there === 'string' ? x.form.people_there : String(gathering.peopleThere ?? ''),
      rows: rowsToShow(x.form),
      soFar,
      news: newsOf(x),
      problems,
    }),
  })
}

/** The body that holds it, or else the only one of its unit. */
async function bodyThatHears(x: Exchange, { bodySlug, unitId }: Gathering): Promise<string | undefined> {
  if (bodySlug !== null) return bodySlug
  const own = await bodiesOf(x.db, { unitIds: [unitId], now: x.now })
  return own.length === 1 ? own[0]?.slug : undefined
}

export interface ShownRow {
  place: number
  id: string
  words: string
  kind: Sheet['rows'][number]['kind'] | ''
}

/** What was typed, and enough empty rows after it; each has its id already, so that sending the page twice changes nothing. */
function rowsToShow(form: Readonly<Record<string, unknown>>): ShownRow[] {
  const typed = placesOf(form).map((place) => ({
    place,
    id: String(form[`id-${place}`] ?? unorderedId()),
    words: String(form[`words-${place}`] ?? ''),
    kind: String(form[`kind-${place}`] ?? '') as ShownRow['kind'],
  }))
  const first = (typed.at(-1)?.place ?? 0) + 1
  const missing = Math.max(0, FORM_ROWS - typed.length)
  const empty = Array.from({ length: missing }, (_, at) => ({
    place: first + at,
    id: unorderedId(),
    words: '',
    kind: '' as const,
  }))
  return [...typed, ...empty]
}

function newsOf({ query, t }: Exchange): string[] {
  const count = (value: unknown) =>
    typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : null
  const [entered, already] = [count(query.entered), count(query.already)]
  if (entered === null) return []
  return [t(m.entered, { count: entered }), ...(already ? [t(m.already, { count: already })] : [])]
}
