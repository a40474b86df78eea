import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { jsonOf } from '#core/db/insert-rows.ts'
import type { Pair } from './pair-twins.ts'

/** Offers pairs to whoever decides; what was offered or decided before stays as it is. Answers how many are new. */
export async function keepPairs(db: Db | Tx, pairs: readonly Pair[], now: Date): Promise<number> {
  if (pairs.length === 0) return 0
  const kept = await sql`
    insert into answer_twins (earlier_id, later_id, likeness, found_at)
    select earlier_id, later_id, likeness, ${now}
    from json_to_recordset(${jsonOf(pairs)}::json) as found (earlier_id uuid, later_id uuid, likeness real)
    on conflict do nothing`.execute(db)
  return Number(kept.numAffectedRows ?? 0)
}
