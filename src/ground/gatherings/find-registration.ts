import type { Db } from '#core/db/connect.ts'
import { parseFollowUpKey } from '#core/ids/follow-up-key.ts'
import { isSameSecret, keyedHash, sha256 } from '#core/ids/hashes.ts'

/** A registration as its person sees it. */
export interface Registration {
  id: string
  gatheringId: string
  name: string
  needs: string
  needsNamed: string[]
  placeSince: Date | null
}

function registrations(db: Db) {
  return db
    .selectFrom('gatheringRegistrations')
    .select(['id', 'gatheringId', 'name', 'needs', 'needsNamed', 'placeSince'])
}

export async function registrationOf(
  db: Db,
  { gatheringId, personId }: { gatheringId: string; personId: string },
): Promise<Registration | null> {
  const row = await registrations(db)
    .where('gatheringId', '=', gatheringId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** The registration that this key opens; a key of another gathering opens nothing here. */
export async function registrationByKey(
  db: Db,
  { gatheringId, key }: { gatheringId: string; key: string },
): Promise<Registration | null> {
  const parsed = parseFollowUpKey(key)
  if (!parsed.ok) return null
  const row = await registrations(db)
    .where('gatheringId', '=', gatheringId)
    .where('keyHash', '=', sha256(parsed.key))
    .executeTakeFirst()
  return row ?? null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The secret part of a letter's link: made from the house's secret, so that it stands in no table. */
export function placeToken(id: string, secret: Uint8Array): string {
  return `${id}.${keyedHash(secret, 'place at a gathering', id).toString('base64url')}`
}

export async function registrationByToken(
  db: Db,
  token: string,
  secret: Uint8Array,
): Promise<Registration | null> {
  const [id = '', proof = ''] = token.split('.')
  if (!UUID.test(id)) return null
  const isTrue = isSameSecret(Buffer.from(proof, 'base64url'), keyedHash(secret, 'place at a gathering', id))
  if (!isTrue) return null
  return (await registrations(db).where('id', '=', id).executeTakeFirst()) ?? null
}

/** What organisers read: names, needs and who waits, in the order they came. */
export function registeredFor(db: Db, gatheringId: string) {
  return db
    .selectFrom('gatheringRegistrations')
    .leftJoin('people', 'people.id', 'gatheringRegistrations.personId')
    .select((eb) => [
      'gatheringRegistrations.id',
      'gatheringRegistrations.name',
      'gatheringRegistrations.needs',
      'gatheringRegistrations.needsNamed',
      'gatheringRegistrations.placeSince',
      'gatheringRegistrations.registeredAt',
      eb.fn.coalesce('gatheringRegistrations.email', 'people.email').as('email'),
    ])
    .where('gatheringRegistrations.gatheringId', '=', gatheringId)
    .orderBy('gatheringRegistrations.registeredAt')
    .orderBy('gatheringRegistrations.id')
    .execute()
}
