import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { reasonIn } from './originals.ts'
import { noteWish } from './wish.ts'

const BATCH = 1_000

/**
 * Looks through the record for answers in another language than the words they answer, and notes that they are owed in the
 * author's. It reads the record itself, so that no slice has to think of translations; a crash between keeps both or neither.
 */
export async function noteOwedAnswers(house: JobHouse): Promise<void> {
  let looked = BATCH
  while (looked === BATCH) looked = await inTransaction(house.db, (tx) => lookOnce(tx, house.clock.now()))
}

async function lookOnce(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<Answered>`
    select record_leaves.leaf_index, entries.id as entry_id, entries.matter_id, sealed.content, matters.language
    from record_leaves
    join entries on entries.id = record_leaves.entry_id
    left join matters on matters.id = entries.matter_id and matters.visibility = 'public'
    left join sealed on sealed.entry_id = entries.id and sealed.part = 'public' and entries.body_id is not null
    where record_leaves.leaf_index > coalesce((select leaf_index from translations_looked), -1)
    order by record_leaves.leaf_index
    limit ${BATCH}`.execute(tx)
  for (const { entryId, matterId, content, language } of rows) {
    const said = matterId === null || language === null ? null : reasonIn(content)
    if (said && matterId !== null && language !== null && said.language !== language)
      await noteWish(tx, { text: { id: matterId, sort: 'matter' }, entryId, language, wishes: 0, at: now })
  }
  const last = rows.at(-1)
  if (last) await lookedUpTo(tx, last.leafIndex)
  return rows.length
}

interface Answered {
  leafIndex: number
  entryId: string
  matterId: string | null
  content: string | null
  language: string | null
}

async function lookedUpTo(tx: Tx, leafIndex: number): Promise<void> {
  await tx
    .insertInto('translationsLooked')
    .values({ leafIndex })
    .onConflict((conflict) => conflict.column('isOnly').doUpdateSet({ leafIndex }))
    .execute()
}
