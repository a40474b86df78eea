import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Call } from '../call.ts'
import { datasetCsv } from '../open-data/dataset-rows.ts'
import { freezeRows } from '../open-data/freeze-rows.ts'
import { noteWithheld } from '../open-data/withheld.ts'
import { countFigures } from './count-figures.ts'
import { withoutPassages } from './quoted-passages.ts'

export type AskOutcome = { ok: true } | { ok: false; why: 'not-finished' | 'published-already' }

/** The clerk asks for the result to be published; a job makes it, for it takes longer than a request should. Asking twice is asking once. */
export async function askForResult(
  db: Db,
  { call, by, now }: { call: Call; by: string; now: Date },
): Promise<AskOutcome> {
  if (now < call.closesAt || now < call.helpersUntil) return { ok: false, why: 'not-finished' }
  if (call.resultPublishedAt) return { ok: false, why: 'published-already' }
  await db
    .insertInto('resultRequests')
    .values({ callId: call.id, askedBy: by, askedAt: now })
    .onConflict((conflict) => conflict.column('callId').doNothing())
    .execute()
  return { ok: true }
}

export interface Publishing {
  call: Call
  secret: Uint8Array
  now: Date
  /** What changed since the edition before; nothing for the first. */
  changes?: Readonly<Record<string, number>>
}

/**
 * Publishes an edition of the result in one transaction: figures, the dataset's rows, what is withheld, and an entry with the
 * dataset's hash. Answers the edition's number.
 */
export async function publishResult(db: Db, publishing: Publishing): Promise<number> {
  const { call, secret, now, changes = {} } = publishing
  return inTransaction(db, async (tx) => {
    // A job may take its time: forty thousand answers right after they came, on a busy machine, are more than half a minute.
    await sql`
      select set_config('statement_timeout', '5min', true), set_config('idle_in_transaction_session_timeout', '5min', true)`.execute(
      tx,
    )
    const figures = await countFigures(tx, { callId: call.id, questions: call.questions, now })
    const frozen = await freezeRows(tx, { callId: call.id, secret })
    const dataset = await hashOf(tx, call, now)
    await noteWithheld(tx, { call, figures, frozen, now })
    const edition = await nextEdition(tx, call.id)
    const entry = await appendEntry(tx, {
      kind: 'call.result-published',
      at: now,
      matter: call,
      bodyId: call.body.id,
      publicWords: {
        edition,
        counted: figures.counted,
        dataset_rows: frozen.rows,
        dataset_sha256: dataset.sha256.toString('hex'),
      },
    })
    await tx
      .insertInto('resultEditions')
      .values({
        callId: call.id,
        edition,
        publishedAt: now,
        figures: JSON.stringify(withoutPassages(figures)),
        datasetSha256: dataset.sha256,
        datasetBytes: dataset.bytes,
        datasetRows: frozen.rows,
        changes: JSON.stringify(changes),
        entryId: entry.id,
      })
      .execute()
    if (edition === 1) await markPublished(tx, call, now)
    await announceChange(tx, `story:${call.number}`)
    return edition
  })
}

async function markPublished(tx: Tx, { id }: Call, now: Date): Promise<void> {
  await tx.updateTable('calls').set({ resultPublishedAt: now }).where('id', '=', id).execute()
  await tx.deleteFrom('callFigures').where('callId', '=', id).execute()
}

async function nextEdition(tx: Tx, callId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('resultEditions')
    .select((eb) => eb.fn.max('edition').as('last'))
    .where('callId', '=', callId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

async function hashOf(
  tx: Tx,
  { id, questions }: Call,
  until: Date,
): Promise<{ sha256: Buffer; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of datasetCsv(tx, { callId: id, questions, until })) {
    hash.update(piece)
    bytes += piece.length
  }
  return { sha256: hash.digest(), bytes }
}

/** What happened to published answers since their edition, by sort; all nought where nothing did. */
export async function changesSince(
  db: Db,
  callId: string,
  since: Date,
): Promise<Record<'withdrawn' | 'erased' | 'held' | 'screened', number>> {
  const { rows } = await sql<Record<'withdrawn' | 'erased' | 'held' | 'screened', number>>`
    select
      count(*) filter (where answers.withdrawn_at > ${since}) as withdrawn,
      count(*) filter (where answers.withdrawn_at is null and dataset_rows.publishes_words and exists (
        select from answer_words
        where answer_words.answer_id = answers.id and answer_words.words is null
          and exists (select from erasures where erasures.subject_id = answers.id and erasures.erased_at > ${since})
      )) as erased,
      count(*) filter (where answers.withdrawn_at is null and matters.visibility <> 'public') as held,
      count(*) filter (where exists (
        select from screenings where screenings.answer_id = answers.id and screenings.decided_at > ${since}
      )) as screened
    from dataset_rows
    join answers on answers.id = dataset_rows.answer_id
    join matters on matters.id = answers.id
    where dataset_rows.call_id = ${callId}`.execute(db)
  return rows[0] ?? { withdrawn: 0, erased: 0, held: 0, screened: 0 }
}
