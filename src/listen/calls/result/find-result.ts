import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'
import { sharedByKey } from '#core/db/shared-questions.ts'
import { formsIn } from '#ground/forms/forms-of.ts'
import { saidMark } from '#ground/translations/said-in.ts'
import { translationsIn } from '#ground/translations/translations-of.ts'
import type { Call } from '../call.ts'
import { type CallFigures, callFigures } from './figures.ts'
import { withPassages } from './quoted-passages.ts'

/** Where a result stands: counts alone, asked for, or published. */
export interface ResultState {
  /** Changes whenever the figures do: what a page made of them is kept by. */
  version: string
  edition: Edition | null
  countedAt: Date | null
  isAskedFor: boolean
}

export interface Edition {
  number: number
  publishedAt: Date
  datasetSha256: string
  datasetBytes: number
  datasetRows: number
}

/** Enough of a call to know whether what was made of its result still holds, and who may work at it. */
export interface ResultSeen extends ResultState {
  id: string
  number: number
  body: { id: string; lineage: string[] }
  closesAt: Date
  helpersUntil: Date
  /** Its further forms, by name with commas between. */
  forms: string
  /** Changes whenever the result reads otherwise in the reader's language: a translation, a title or a quotation that was removed. */
  wording: string
}

interface StateRow {
  edition: number | null
  publishedAt: Date
  sha256: string
  bytes: number
  count: number
  countedAt: Date | null
  isAskedFor: boolean
}

/** One small question; the figures themselves are read only where no page made of them is kept. */
export async function resultState(db: Db, call: Pick<Call, 'id'>): Promise<ResultState> {
  const { rows } = await sql<StateRow>`
    select ${stateColumns}
    from calls
    ${joinedState}
    where calls.id = ${call.id}`.execute(db)
  return stateIn(rows[0])
}

type SeenRow = StateRow & Omit<ResultSeen, keyof ResultState | 'body'> & { bodyId: string; lineage: string[] }

const MOST_DIGITS = 15

/** Everything a kept page depends on, by the public number of an announced call; a storm of readers is one question at a time. */
export async function seeResult(
  db: Db,
  number: string | undefined,
  language: string,
): Promise<ResultSeen | null> {
  if (!number || !/^[1-9]\d*$/.test(number) || number.length > MOST_DIGITS) return null
  return seeTogether(db, { number: Number(number), language })
}

interface Looking {
  number: number
  language: string
}

const seeTogether = sharedByKey<Looking, ResultSeen | null>(
  ({ number, language }) => `${number} ${language}`,
  seeOne,
)

async function seeOne(db: Db, { number, language }: Looking): Promise<ResultSeen | null> {
  const { rows } = await sql<SeenRow>`
    select
      calls.id, matters.number, calls.body_id as "bodyId", units.lineage, calls.closes_at as "closesAt",
      calls.helpers_until as "helpersUntil", ${formsIn(sql`calls.id`)} as forms, ${wordingOf(language)} as wording, ${stateColumns}
    from calls
    join matters on matters.id = calls.id
    join bodies on bodies.id = calls.body_id
    join units on units.id = bodies.unit_id
    ${joinedState}
    where matters.number = ${number} and calls.announced_at is not null and matters.visibility in ('public', 'removed')
    ${kept}`.execute(db)
  const [row] = rows
  return row ? { ...row, body: { id: row.bodyId, lineage: row.lineage }, ...stateIn(row) } : null
}

/** The themes of a call, whose names and decisions its result tells. */
const THEMES = sql`
  select call_themes.id
  from call_questions
  join call_themes on call_themes.question_id = call_questions.id
  where call_questions.call_id = calls.id`

function wordingOf(language: string): RawBuilder<string> {
  return sql<string>`md5(concat_ws(' ', matters.visibility, matters.title, bodies.name, ${quotable}, ${translationsIn(sql`calls.id`, language)}, ${saidMark(THEMES, language)}))`
}

/** How many passages may be read: one fewer as soon as somebody's words are withdrawn, held or erased. */
const quotable = sql`(
  select count(*)
  from call_questions
  join call_themes on call_themes.question_id = call_questions.id
  join theme_quotations on theme_quotations.theme_id = call_themes.id
  join answers on answers.id = theme_quotations.answer_id
  join matters as quoted on quoted.id = answers.id
  where call_questions.call_id = calls.id and passage is not null and withdrawn_at is null and quoted.visibility = 'public'
)`

const stateColumns = sql`
  latest.edition, latest.published_at as "publishedAt", encode(latest.dataset_sha256, 'hex') as sha256,
  latest.dataset_bytes as bytes, latest.dataset_rows as count, call_figures.counted_at as "countedAt",
  exists (select from result_requests where result_requests.call_id = calls.id) as "isAskedFor"`

const joinedState = sql`
  left join call_figures on call_figures.call_id = calls.id
  left join lateral (
    select edition, published_at, dataset_sha256, dataset_bytes, dataset_rows
    from result_editions
    where result_editions.call_id = calls.id
    order by edition desc
    limit 1
  ) as latest on true`

function stateIn(row: StateRow | undefined): ResultState {
  const edition =
    row && row.edition !== null
      ? {
          number: row.edition,
          publishedAt: row.publishedAt,
          datasetSha256: row.sha256,
          datasetBytes: row.bytes,
          datasetRows: row.count,
        }
      : null
  return {
    edition,
    countedAt: row?.countedAt ?? null,
    isAskedFor: row?.isAskedFor ?? false,
    version: edition ? `edition ${edition.number}` : `counted ${row?.countedAt?.getTime()}`,
  }
}

/** The figures of the latest edition, or the provisional ones; null where nothing was counted yet. */
export async function figuresOf(
  db: Db,
  callId: string,
  { edition }: Pick<ResultState, 'edition'>,
): Promise<CallFigures | null> {
  // As text: the names within are those of the published JSON, which the driver's spelling of columns would change.
  const figures = sql<string>`figures::text`.as('figures')
  const row = edition
    ? await db
        .selectFrom('resultEditions')
        .select(figures)
        .where('callId', '=', callId)
        .where('edition', '=', edition.number)
        .executeTakeFirst()
    : await db.selectFrom('callFigures').select(figures).where('callId', '=', callId).executeTakeFirst()
  return row ? withPassages(db, callId, callFigures.parse(JSON.parse(row.figures))) : null
}
