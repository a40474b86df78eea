import type { Db, Tx } from '#core/db/connect.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import type { Call } from '../../calls/index.ts'
import { fold } from '../numbered/fold.ts'

/** The word that stands for a call's number in a text message; empty for none. */
export async function keywordOf(db: Db, callId: string): Promise<string> {
  const row = await db
    .selectFrom('callKeywords')
    .select('keyword')
    .where('callId', '=', callId)
    .executeTakeFirst()
  return row?.keyword ?? ''
}

interface Setting {
  call: Pick<Call, 'id'>
  /** Empty takes it away. */
  keyword: string
  setBy: string
  now: Date
}

/** Gives a call its word; false where another call that is not over has it. One that is over gives it up. */
export async function setKeyword(db: Db, { call, keyword, setBy, now }: Setting): Promise<boolean> {
  const { text: folded } = fold(keyword)
  const row = { callId: call.id, keyword, folded, setBy, setAt: now }
  try {
    return await inTransaction(db, async (tx) => {
      const holder = await holderOf(tx, folded)
      if (holder && holder.callId !== call.id && holder.closesAt > now) return false
      // By the call that was seen to have it: by the word, one given to another meanwhile would be taken away again.
      await tx
        .deleteFrom('callKeywords')
        .where('callId', 'in', [call.id, ...(holder ? [holder.callId] : [])])
        .execute()
      if (keyword !== '') await tx.insertInto('callKeywords').values(row).execute()
      return true
    })
  } catch (error) {
    if (brokenConstraint(error) !== 'one_call_a_keyword') throw error
    return false
  }
}

function holderOf(tx: Tx, folded: string) {
  return tx
    .selectFrom('callKeywords')
    .innerJoin('calls', 'calls.id', 'callKeywords.callId')
    .select(['callKeywords.callId', 'calls.closesAt'])
    .where('folded', '=', folded)
    .executeTakeFirst()
}

/** The number of the call whose word a text begins with, and what it says after it; null where it begins with none. */
export async function readKeyword(tx: Tx, text: string): Promise<{ call: number; words: string } | null> {
  const found = /^\s*([\p{L}\p{M}\u200c]+)(?=$|[\s:.,،)-])[\s:.,،)-]*/u.exec(text)
  if (!found) return null
  const row = await tx
    .selectFrom('callKeywords')
    .innerJoin('matters', 'matters.id', 'callKeywords.callId')
    .select('matters.number')
    .where('folded', '=', fold(found[1] ?? '').text)
    .executeTakeFirst()
  return row ? { call: row.number, words: text.slice(found[0].length).trim() } : null
}
