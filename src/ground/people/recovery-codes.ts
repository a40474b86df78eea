import { randomInt } from 'node:crypto'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { CookieToSet } from '#core/http/answer.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { beginSession } from './begin-session.ts'

const CODES = 8
const GROUPS = 4
// No 0, 1, I, L, O: a code is written down by hand and read out.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Eight codes of about 79 bits each, for somebody who can reach neither mail nor passkey. Replaces all earlier ones. */
export async function makeRecoveryCodes(
  db: Db,
  { personId, now }: { personId: string; now: Date },
): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  const rows = codes.map((code) => ({ id: unorderedId(), personId, codeHash: hashOf(code), madeAt: now }))
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
      .where('codeHash', '=', hashOf(code))
      .where('usedAt', 'is', null)
      .returning('personId')
      .executeTakeFirst()
    return spent ? beginSession(tx, { personId: spent.personId, device, now }) : null
  })
}

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

function hashOf(code: string): Buffer {
  return sha256(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
}
