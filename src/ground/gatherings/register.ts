import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '#core/db/connect.ts'
import { doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { FOLLOW_UP_KEY_BYTES, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { keyedHash, sha256 } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { addDays } from '#core/time/days.ts'
import { lockStanding } from './change-gathering.ts'
import { fillPlaces } from './fill-places.ts'
import { countRegistered, type Gathering } from './find-gathering.ts'
import { queueLetters } from './queue-letters.ts'

export interface NewRegistration {
  gathering: Gathering
  /** Null without an account. */
  personId: string | null
  name: string
  email: string | null
  language: string
  needs: string
  needsNamed: readonly string[]
}

export type Registered =
  | { ok: true; hasPlace: boolean; key: string | null }
  | { ok: false; why: 'called-off' | 'registered-already' | 'key-used-for-something-else' }

type Outcome = { hasPlace: boolean } | { why: 'called-off' | 'registered-already' }

/**
 * Registers somebody, with a place if one is free, otherwise on the waiting list. Without an account they get a key, derived from
 * the retry key and stored as its hash alone, by which they see their place and cancel.
 */
export async function registerFor(
  db: Db,
  { registration, once, secret }: { registration: NewRegistration; once: Once; secret: Uint8Array },
): Promise<Registered> {
  const key = registration.personId === null ? keyFor(secret, once.key) : null
  const done = await inTransaction(db, (tx) =>
    doOnce(tx, once, () => storeRegistration(tx, { registration, key: key?.bytes ?? null, now: once.now })),
  )
  if (!done.ok) return done
  if ('why' in done.result) return { ok: false, why: done.result.why }
  return { ok: true, hasPlace: done.result.hasPlace, key: key?.words ?? null }
}

interface Storing {
  registration: NewRegistration
  key: Uint8Array | null
  now: Date
}

async function storeRegistration(tx: Tx, { registration, key, now }: Storing): Promise<Outcome> {
  const { gathering, needsNamed, ...row } = registration
  if (!(await lockStanding(tx, gathering.id))) return { why: 'called-off' }
  const { placed } = await countRegistered(tx, gathering.id)
  const hasPlace = gathering.places === null || placed < gathering.places
  const made = await tx
    .insertInto('gatheringRegistrations')
    .values({
      id: unorderedId(),
      gatheringId: gathering.id,
      ...row,
      needsNamed: [...needsNamed],
      registeredAt: now,
      placeSince: hasPlace ? now : null,
      ...remindedAlready(gathering, now),
      keyHash: key && sha256(key),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return { why: 'registered-already' }
  await queueLetters(tx, { gatheringId: gathering.id, what: 'registered', registrationId: made.id, now })
  return { hasPlace }
}

/** Whoever registers in the last week, or on the last day, was told of it just now. */
function remindedAlready({ startsAt }: Gathering, now: Date) {
  return {
    weekToldAt: startsAt <= addDays(now, 7) ? now : null,
    dayToldAt: startsAt <= addDays(now, 1) ? now : null,
  }
}

function keyFor(secret: Uint8Array, onceKey: string | null) {
  const bytes =
    onceKey === null
      ? randomBytes(FOLLOW_UP_KEY_BYTES)
      : keyedHash(secret, 'key of a registration', onceKey).subarray(0, FOLLOW_UP_KEY_BYTES)
  return { bytes, words: makeFollowUpKey(bytes) }
}

/** Takes a registration back: nothing of it stays, and who waited longest gets the place. Twice is no mistake. */
export async function cancelRegistration(
  db: Db,
  { id, gathering, now }: { id: string; gathering: Pick<Gathering, 'id' | 'places'>; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.selectFrom('gatherings').select('id').where('id', '=', gathering.id).forUpdate().execute()
    await tx.deleteFrom('gatheringRegistrations').where('id', '=', id).execute()
    await fillPlaces(tx, { gatheringId: gathering.id, places: gathering.places, now })
  })
}
