import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'

export interface LettersToQueue {
  gatheringId: string
  what: 'registered' | 'place' | 'changed' | 'called-off'
  /** Only to this one; left out, to everybody who registered. */
  registrationId?: string
  reason?: string
  now: Date
}

/** Notes a letter for each who registered and has an address; the job writes it in their language within seconds. */
export async function queueLetters(tx: Tx, letters: LettersToQueue): Promise<void> {
  const { gatheringId, what, registrationId = null, reason = '', now } = letters
  await sql`
    insert into gathering_letters (id, registration_id, what, reason, made_at)
    select gen_random_uuid(), registrations.id, ${what}, ${reason}, ${now}
    from gathering_registrations registrations
    left join people on people.id = registrations.person_id
    where registrations.gathering_id = ${gatheringId}
      and coalesce(registrations.email, people.email) is not null
      and (${registrationId}::uuid is null or registrations.id = ${registrationId}::uuid)`.execute(tx)
}
