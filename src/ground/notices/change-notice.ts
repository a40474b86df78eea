import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { type NewVersion, storeVersion } from './make-notice.ts'
import { widens } from './rules.ts'

interface Changing {
  noticeId: string
  version: NewVersion
  madeBy: string
  once: Once
}

/** What a new version brought: its number, and how many are asked again. */
export interface Changed {
  version: number
  asked: number
}

/**
 * A new version of a notice. Whatever was given under an older one that it widens is asked about again, in one statement
 * however many they are; until there is a yes, what was agreed to goes on holding.
 */
export function changeNotice(
  db: Db,
  { noticeId, version, madeBy, once }: Changing,
): Promise<DoneOnce<Changed>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      await tx.selectFrom('notices').select('id').where('id', '=', noticeId).forUpdate().execute()
      const earlier = await tx
        .selectFrom('noticeVersions')
        .select(['version', 'purposes', 'recipients', 'publishes'])
        .where('noticeId', '=', noticeId)
        .orderBy('version')
        .execute()
      const number = (earlier.at(-1)?.version ?? 0) + 1
      await storeVersion(tx, version, { noticeId, number, madeBy, at: once.now })
      const widened = earlier.filter((one) => widens(one, version)).map((one) => one.version)
      const asked = await askAgain(tx, { noticeId, number, widened, at: once.now })
      return { version: number, asked }
    }),
  )
}

interface Asking {
  noticeId: string
  number: number
  /** Versions that the new one widens. */
  widened: readonly number[]
  at: Date
}

/** Asks for every matter whose newest agreement is to a version that is widened now. */
async function askAgain(tx: Tx, { noticeId, number, widened, at }: Asking): Promise<number> {
  if (widened.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into notice_askings (matter_id, notice_id, version, asked_at)
    select matter_id, notice_id, ${number}, ${at}
    from (
      select matter_id, notice_id, max(version) as agreed
      from notice_agreements
      where notice_id = ${noticeId}
      group by matter_id, notice_id
    ) as given
    where agreed = any(${[...widened]}::integer[])
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
