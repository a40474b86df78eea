import type { Db, Tx } from '#core/db/connect.ts'
import { isSameSecret, keyedHash } from '#core/ids/hashes.ts'
import type { House } from '#core/slice/house.ts'

/** Somebody with an account at exactly this address. */
export async function memberWithAddress(db: Db | Tx, address: string): Promise<{ id: string } | null> {
  const found = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', address.toLowerCase())
    .executeTakeFirst()
  return found ?? null
}

interface Claim {
  number: number
  answerId: string
  personId: string
}

/** Where the holder of an account says that a mail was theirs: only their mailbox was sent this address. */
export function claimUrl(house: House, claim: Claim): string {
  return `${house.baseUrl}/answers/${claim.number}/claim/${tokenOf(house.secret, claim)}`
}

export function isClaimToken(secret: Uint8Array, token: string, claim: Claim): boolean {
  return isSameSecret(Buffer.from(token), Buffer.from(tokenOf(secret, claim)))
}

function tokenOf(secret: Uint8Array, { answerId, personId }: Claim): string {
  return keyedHash(secret, 'claim of an answer by mail', `${answerId} ${personId}`).toString('base64url')
}
