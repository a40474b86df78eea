import type { Db } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'
import { parseVkey, vkeyText } from '#methods/merkle/note-keys.ts'

/** Kind of key that cosigns with a time (C2SP tlog-cosignature). */
const COSIGNING = 4

/** Trusts a witness by its verifier key; trusting twice changes nothing. */
export async function trustWitness(
  db: Db,
  key: string,
  now: Date,
): Promise<{ ok: true; name: string } | { ok: false }> {
  const verifier = parseVkey(key.trim())
  if (!verifier || verifier.kind !== COSIGNING) return { ok: false }
  const row = { id: orderedId(now), name: verifier.name, verifierKey: vkeyText(verifier), trustedAt: now }
  await db
    .insertInto('witnesses')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { ok: true, name: verifier.name }
}
