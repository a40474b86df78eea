import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { queueLetters } from './queue-letters.ts'

export interface PlacesToFill {
  gatheringId: string
  places: number | null
  now: Date
}

/**
 * Gives free places to those who waited longest, and writes to them. Inside a transaction that holds the gathering's row, so
 * that no place is given twice.
 */
export async function fillPlaces(tx: Tx, { gatheringId, places, now }: PlacesToFill): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update gathering_registrations
    set place_since = ${now}
    where id in (
      select id from gathering_registrations
      where gathering_id = ${gatheringId}
        and place_since is null
      order by registered_at, id
      limit greatest(0, coalesce(${places}::integer, 1000000) - (
        select count(*) from gathering_registrations
        where gathering_id = ${gatheringId} and place_since is not null
      ))
    )
    returning id`.execute(tx)
  for (const { id } of rows) await queueLetters(tx, { gatheringId, what: 'place', registrationId: id, now })
}
