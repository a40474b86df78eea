import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { CookieToSet } from '#core/http/answer.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { hashOfWrittenCode, makeWrittenCode } from '#core/ids/written-code.ts'
import { beginSession } from './begin-session.ts'

const CODES = 8
/** 138 bits: enough for one plain hash, even where the table of hashes was stolen (ASVS 6.5.2), and no less than a key has. */
const GROUPS = 7

/** Eight codes of about 138 bits each, for somebody who can reach neither mail nor passkey. Replaces all earlier ones. */
export async function makeRecoveryCodes(
  db: Db,
  { personId, now }: { personId: string; now: Date },
): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => makeWrittenCode(GROUPS))
  const rows = codes.map((code) => ({
    id: unorderedId(),
    personId,
    codeHash: hashOfWrittenCode(code),
    madeAt: now,
  }))
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('recoveryCodes').where('personId', '=', personId).execute()
    await tx.insertInto('recoveryCodes').values(rows).execute()
  })
  return codes
}

/** Signs in by a code, which is spent by it; null when it is unknown or spent. */
export async function useRecoveryCode(
  db: Db,
  { code, device, now }: { code: string; device: string; now: Date },
): Promise<CookieToSet | null> {
  return inTransaction(db, async (tx) => {
    const spent = await tx
      .updateTable('recoveryCodes')
      .set({ usedAt: now })
      .where('codeHash', '=', hashOfWrittenCode(code))
      .where('usedAt', 'is', null)
      .returning('personId')
      .executeTakeFirst()
    return spent ? beginSession(tx, { personId: spent.personId, device, now, isByRecoveryCode: true }) : null
  })
}
