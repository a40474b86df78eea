import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { CookieToSet } from '#core/http/answer.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { beginSession } from './begin-session.ts'

export interface LinkUse {
  token: string
  device: string
  now: Date
}

/** Signs in by a link, once; null when it is unknown, used or too old. Of two at once one gets in. */
export async function useSignInLink(
  db: Db,
  { token, device, now }: LinkUse,
): Promise<{ cookie: CookieToSet; goesTo: string } | null> {
  return inTransaction(db, async (tx) => {
    const link = await tx
      .updateTable('signInLinks')
      .set({ usedAt: now })
      .where('tokenHash', '=', sha256(token))
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', now)
      .returning(['personId', 'goesTo'])
      .executeTakeFirst()
    if (!link) return null
    return { cookie: await beginSession(tx, { personId: link.personId, device, now }), goesTo: link.goesTo }
  })
}
