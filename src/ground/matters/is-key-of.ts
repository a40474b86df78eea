import type { Db, Tx } from '#core/db/connect.ts'
import { sha256 } from '#core/ids/hashes.ts'

/** Whether this follow-up key is that of the matter. */
export async function isKeyOf(db: Db | Tx, matterId: string, key: Uint8Array): Promise<boolean> {
  const row = await db
    .selectFrom('followUpKeys')
    .select('matterId')
    .where('matterId', '=', matterId)
    .where('keyHash', '=', sha256(key))
    .executeTakeFirst()
  return row !== undefined
}
