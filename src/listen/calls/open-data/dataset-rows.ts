import { sql } from 'kysely'
import { stringCells } from '#core/csv/write-csv.ts'
import type { Db, Tx } from '#core/db/connect.ts'
import type { Question } from '../call.ts'
import { columnsOf, optionColumn, themesColumn, wordsColumn } from './dataset-columns.ts'
import type { FrozenFacts } from './freeze-rows.ts'
import { maskWords, type Span } from './screen-words.ts'

export interface DatasetOf {
  callId: string
  questions: readonly Question[]
  /** Decisions about screened words count up to here, so that an edition stays what it was. */
  until: Date
}

export type DatasetRow = Record<string, string | number | boolean | null>

const AT_ONCE = 1_000

/** The rows of a published dataset, a thousand at a time: memory stays flat however many there are. */
export async function* datasetRows(db: Db | Tx, dataset: DatasetOf): AsyncGenerator<DatasetRow> {
  for (let after = 0; ; ) {
    const rows = await rowsAfter(db, dataset, after)
    for (const row of rows) yield rowOf(row, dataset.questions)
    const last = rows.at(-1)
    if (!last) return
    after = last.place
  }
}

interface Given {
  words: string
  /** What was found in them; null where nothing was. */
  spans: Span[] | null
  decided: string | null
}

interface Row {
  place: number
  number: number
  /** JSON, as text: the names within are the dataset's, not columns. */
  facts: string
  words: Record<string, Given> | null
}

/** Words of what was withdrawn, held or erased since are not there any more, whatever was frozen. */
async function rowsAfter(db: Db | Tx, { callId, until }: DatasetOf, after: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with page as materialized (
      select place, answer_id, facts, publishes_words
      from dataset_rows
      where call_id = ${callId} and place > ${after}
      order by place
      limit ${AT_ONCE}
    )
    select
      page.place, page.facts::text as facts, matters.number,
      (
        select json_object_agg(answer_words.question_id, json_build_object(
          'words', answer_words.words,
          'spans', screenings.spans,
          'decided', case when screenings.decided_at <= ${until} then screenings.decided end
        ))
        from answer_words
        join screenings on screenings.answer_id = answer_words.answer_id and screenings.question_id = answer_words.question_id
        where answer_words.answer_id = page.answer_id and answer_words.words is not null
          and page.publishes_words and matters.visibility = 'public' and answers.withdrawn_at is null
      ) as words
    from page
    join matters on matters.id = page.answer_id
    join answers on answers.id = page.answer_id
    order by page.place`.execute(db)
  return rows
}

function rowOf({ place, number, facts: text, words }: Row, questions: readonly Question[]): DatasetRow {
  const facts: FrozenFacts = JSON.parse(text)
  const row: DatasetRow = {
    row: place,
    answer: isWhole(words) ? number : null,
    route: facts.route,
    language: facts.language,
    standing: facts.standing,
    nation: facts.nation,
    region: facts.region,
    is_from_office_holder: facts.is_from_office_holder,
  }
  for (const question of questions) {
    if (question.kind === 'open') {
      row[wordsColumn(question.place)] = published(words?.[question.id])
      row[themesColumn(question.place)] = (facts.themes[question.id] ?? []).join(' ')
    }
    if (question.kind === 'choice' || question.kind === 'statements')
      for (const option of question.options)
        row[optionColumn(question.place, option.place)] = facts.marks[option.id] ?? null
  }
  return row
}

/** An answer is named where all its words stand: its page has what was masked or kept back here. */
function isWhole(words: Row['words']): boolean {
  return words !== null && Object.values(words).every(isAsGiven)
}

const isAsGiven = ({ spans, decided }: Given) => spans === null || decided === 'publish'

/** Words in which nothing was found, or about which a person decided. */
function published(given: Given | undefined): string {
  if (!given) return ''
  if (isAsGiven(given)) return given.words
  return given.decided === 'mask' && given.spans ? maskWords(given.words, given.spans) : ''
}

/** answers.csv, piece by piece: the bytes whose hash is in the record. */
export async function* datasetCsv(db: Db | Tx, dataset: DatasetOf): AsyncGenerator<Buffer> {
  const names = columnsOf(dataset.questions).map(({ name }) => name)
  yield* inPieces(lines(names, datasetRows(db, dataset)))
}

async function* lines(names: readonly string[], rows: AsyncIterable<DatasetRow>): AsyncGenerator<string> {
  yield stringCells(names)
  for await (const row of rows) yield stringCells(names.map((name) => row[name]))
}

/** The same as JSON: an array of objects, a line each. */
export async function* datasetJson(db: Db | Tx, dataset: DatasetOf): AsyncGenerator<Buffer> {
  yield* inPieces(jsonLines(datasetRows(db, dataset)))
}

async function* jsonLines(rows: AsyncIterable<DatasetRow>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

const PIECE = 64 * 1024

/** A line each would be forty thousand small writes. */
async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held = ''
  for await (const text of texts) {
    held += text
    if (held.length < PIECE) continue
    yield Buffer.from(held)
    held = ''
  }
  if (held !== '') yield Buffer.from(held)
}
