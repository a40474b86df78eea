import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import { counted, levelNamed, levelOf } from '../result/counted-answers.ts'
import { type Facts, generalise } from './generalise.ts'

/** What of an answer is frozen when a result is published; words are read from the answer as long as it has them. */
export interface FrozenFacts extends Facts {
  /** Mark by option's id. */
  marks: Record<string, number>
  /** Numbers of themes by question's id. */
  themes: Record<string, number[]>
}

interface Freezing {
  callId: string
  /** Orders the rows so that their order tells nothing. */
  secret: Uint8Array
}

export interface Frozen {
  rows: number
  /** Rows that stood apart however coarse. */
  dropped: number
  /** Answers whose notice publishes no words. */
  withoutWords: number
}

const AT_ONCE = 2_000

/** Writes the rows of the dataset anew: coarse enough that each looks like four others, in an order that tells nothing. */
export async function freezeRows(tx: Tx, { callId, secret }: Freezing): Promise<Frozen> {
  const answers = await answersOf(tx, callId)
  const publishesWords = ({ level }: AnswerRow) => level >= levelNamed('words')
  const { kept, dropped } = generalise(
    answers.map((row) => ({ row, facts: factsOf(row), hasPage: publishesWords(row) })),
  )
  const placeOf = (id: string) => keyedHash(secret, 'dataset', id).toString('hex')
  const ordered = kept
    .map((one) => ({ ...one, order: placeOf(one.row.id) }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
  const marks = await marksOf(tx, callId)
  const themes = await themesOf(tx, callId)
  await tx.deleteFrom('datasetRows').where('callId', '=', callId).execute()
  for (let from = 0; from < ordered.length; from += AT_ONCE)
    await insertRows(
      tx,
      'datasetRows',
      ordered.slice(from, from + AT_ONCE).map(({ row, facts }, at) => ({
        callId,
        place: from + at + 1,
        answerId: row.id,
        publishesWords: publishesWords(row),
        facts: JSON.parse(
          JSON.stringify({ ...facts, marks: marks.get(row.id) ?? {}, themes: themes.get(row.id) ?? {} }),
        ),
      })),
    )
  const withoutWords = kept.filter(({ row }) => !publishesWords(row)).length
  return { rows: kept.length, dropped, withoutWords }
}

interface AnswerRow {
  id: string
  route: string
  language: string
  standing: string
  isFromOfficeHolder: boolean
  nation: string | null
  region: string | null
  level: number
}

async function answersOf(tx: Tx, callId: string): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    ${counted(callId)}
    select
      answers.id, answers.route, answers.language, answers.standing, answers.is_from_office_holder as "isFromOfficeHolder",
      nations.slug as nation, regions.slug as region, ${levelOf} as level
    from counted as answers
    left join units on units.id = answers.unit_id
    left join units as nations on nations.id = any(units.lineage) and nations.kind = 'nation'
    left join units as regions on regions.id = any(units.lineage) and regions.kind = 'region'
    order by answers.id`.execute(tx)
  return rows
}

function factsOf({ route, language, standing, isFromOfficeHolder, nation, region }: AnswerRow): Facts {
  return {
    route,
    language,
    standing,
    nation: nation ?? '',
    region: region ?? '',
    is_from_office_holder: isFromOfficeHolder,
  }
}

async function marksOf(tx: Tx, callId: string): Promise<Map<string, Record<string, number>>> {
  const { rows } = await sql<{ id: string; marks: Record<string, number> }>`
    select answer_marks.answer_id as id, json_object_agg(answer_marks.option_id, answer_marks.mark) as marks
    from answers
    join answer_marks on answer_marks.answer_id = answers.id
    where answers.call_id = ${callId}
    group by answer_marks.answer_id`.execute(tx)
  return new Map(rows.map(({ id, marks }) => [id, marks]))
}

/** A theme that was merged stands as the one it went into. */
async function themesOf(tx: Tx, callId: string): Promise<Map<string, Record<string, number[]>>> {
  const { rows } = await sql<{ id: string; questionId: string; numbers: number[] }>`
    with recursive ends as (
      select id, id as into_id, merged_into from call_themes
      union all
      select ends.id, call_themes.id, call_themes.merged_into
      from ends
      join call_themes on call_themes.id = ends.merged_into
    )
    select
      answer_themes.answer_id as id, call_themes.question_id as "questionId",
      json_agg(distinct works.number) as numbers
    from answers
    join answer_themes on answer_themes.answer_id = answers.id
    join call_themes on call_themes.id = answer_themes.theme_id
    join ends on ends.id = answer_themes.theme_id and ends.merged_into is null
    join works on works.id = ends.into_id
    where answers.call_id = ${callId}
    group by 1, 2`.execute(tx)
  const found = new Map<string, Record<string, number[]>>()
  for (const { id, questionId, numbers } of rows)
    found.set(id, { ...found.get(id), [questionId]: numbers.toSorted((a, b) => a - b) })
  return found
}
