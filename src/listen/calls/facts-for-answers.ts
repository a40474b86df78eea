import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import type { OnceRow } from '#core/db/once.ts'
import { nextNumbers } from '#ground/matters/open-matter.ts'
import type { Audience, Question } from './call.ts'
import type { NewAnswer } from './new-answer.ts'

/** What must be known of a call to take answers in. */
export interface CallFacts {
  id: string
  number: number
  unitId: string
  bodyId: string
  holdsStrangers: boolean
  audience: Audience
  audienceUnit: string | null
  isOpenForAnswers: boolean
  opensAt: Date
  closesAt: Date
  helpersUntil: Date
  dueAt: Date | null
  noticeId: string
  noticeVersion: number
  publishes: string
  questions: readonly Question[]
}

export interface Facts {
  calls: ReadonlyMap<string, CallFacts>
  /** Numbers that rows of these sources got before. */
  known: ReadonlyMap<string, { id: string; number: number }>
  /** Lineages of the units of people and places, by either's id. */
  lineages: ReadonlyMap<string, readonly string[]>
  numbers: readonly number[]
  earlier: { isSame: boolean; result: { id: string; number: number } } | null
}

interface Row {
  calls: (Omit<CallFacts, 'opensAt' | 'closesAt' | 'helpersUntil' | 'dueAt'> &
    Record<Times, string> & {
      dueAt: string | null
    })[]
  known: { source: string; id: string; number: number }[]
  lineages: { id: string; lineage: string[] }[]
  numbers: number[]
  earlier: { fingerprint: string; result: { id: string; number: number } } | null
}

type Times = 'opensAt' | 'closesAt' | 'helpersUntil'

/** Everything that taking answers in must know, in one question however many they are. */
export async function factsFor(tx: Tx, answers: readonly NewAnswer[], once: OnceRow | null): Promise<Facts> {
  const { rows } = await sql<Row>`
    select
      ${callsOf(answers)} as calls,
      ${knownSources(answers)} as known,
      ${lineagesOf(answers)} as lineages,
      ${nextNumbers(answers.filter(({ printed }) => !printed).length)} as numbers,
      ${earlierOf(once)} as earlier`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The database answered nothing.')
  return factsIn(row, once)
}

function factsIn(row: Row, once: OnceRow | null): Facts {
  const calls = row.calls.map((call) => ({
    ...call,
    opensAt: new Date(call.opensAt),
    closesAt: new Date(call.closesAt),
    helpersUntil: new Date(call.helpersUntil),
    dueAt: call.dueAt === null ? null : new Date(call.dueAt),
  }))
  const isSame = row.earlier?.fingerprint === once?.fingerprint.toString('hex')
  return {
    calls: new Map(calls.map((call) => [call.id, call])),
    known: new Map(row.known.map(({ source, id, number }) => [source, { id, number }])),
    lineages: new Map(row.lineages.map(({ id, lineage }) => [id, lineage])),
    numbers: row.numbers,
    earlier: row.earlier && { isSame, result: row.earlier.result },
  }
}

const distinct = (ids: readonly (string | null | undefined)[]) => [
  ...new Set(ids.flatMap((id) => (id ? [id] : []))),
]

function callsOf(answers: readonly NewAnswer[]) {
  const ids = distinct(answers.map(({ callId }) => callId))
  return sql`(
    select coalesce(json_agg(json_build_object(
      'id', calls.id,
      'number', matters.number,
      'unitId', matters.unit_id,
      'bodyId', calls.body_id,
      'holdsStrangers', bodies.holds_strangers,
      'audience', calls.audience,
      'audienceUnit', calls.audience_unit,
      'isOpenForAnswers', calls.announced_at is not null and matters.visibility = 'public',
      'opensAt', calls.opens_at,
      'closesAt', calls.closes_at,
      'helpersUntil', calls.helpers_until,
      'dueAt', (select due_at from custody where matter_id = calls.id and decided_at is null),
      'noticeId', calls.notice_id,
      'noticeVersion', calls.notice_version,
      'publishes', notice_versions.publishes,
      'questions', ${questionsOf}
    )), '[]')
    from calls
    join matters on matters.id = calls.id
    join bodies on bodies.id = calls.body_id
    join notice_versions on notice_versions.notice_id = calls.notice_id and notice_versions.version = calls.notice_version
    where calls.id = any(${ids}::uuid[])
  )`
}

/** The questions of `calls.id`, in their order, with their options in theirs. */
export const questionsOf = sql<Question[]>`(
  select coalesce(json_agg(json_build_object(
    'id', call_questions.id,
    'place', call_questions.place,
    'kind', call_questions.kind,
    'wording', call_questions.wording,
    'help', call_questions.help,
    'isRequired', call_questions.is_required,
    'mostChoices', call_questions.most_choices,
    'options', (
      select coalesce(json_agg(json_build_object('id', call_options.id, 'place', call_options.place, 'wording', call_options.wording)
        order by call_options.place), '[]')
      from call_options
      where call_options.question_id = call_questions.id
    )
  ) order by call_questions.place), '[]')
  from call_questions
  where call_questions.call_id = calls.id
)`

function knownSources(answers: readonly NewAnswer[]) {
  const sources = distinct(answers.map(({ source }) => source))
  if (sources.length === 0) return sql`'[]'::json`
  return sql`(
    select coalesce(json_agg(json_build_object('source', answers.source, 'id', answers.id, 'number', matters.number)), '[]')
    from answers
    join matters on matters.id = answers.id
    where answers.source = any(${sources}::text[])
  )`
}

function lineagesOf(answers: readonly NewAnswer[]) {
  const people = distinct(
    answers.map(({ author }) => (author.authorship === 'anonymous' ? null : author.person?.id)),
  )
  const places = distinct(answers.map(({ unitId }) => unitId))
  if (people.length + places.length === 0) return sql`'[]'::json`
  return sql`(
    select coalesce(json_agg(json_build_object('id', found.id, 'lineage', found.lineage)), '[]')
    from (
      select people.id, units.lineage
      from people
      join units on units.id = people.unit_id
      where people.id = any(${people}::uuid[])
      union all
      select units.id, units.lineage from units where units.id = any(${places}::uuid[])
    ) as found
  )`
}

function earlierOf(once: OnceRow | null) {
  if (once === null) return sql`null::json`
  return sql`(
    select json_build_object('fingerprint', encode(fingerprint, 'hex'), 'result', result)
    from done_once
    where key_hash = ${once.keyHash}
  )`
}
