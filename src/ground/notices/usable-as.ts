import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'

/** The widest version that was agreed to for a matter: what may be done with its words today. */
export interface AgreedTerms {
  noticeId: string | null
  version: number
  publishes: string
  purposes: string[]
  recipients: string[]
}

/** Without an agreement nothing may be published. */
const NOTHING: AgreedTerms = {
  noticeId: null,
  version: 0,
  publishes: 'nothing',
  purposes: [],
  recipients: [],
}

/**
 * What may be done with what was given: the newest version that was agreed to. A version that does not widen needs no yes and
 * holds for everybody, so the newest agreed version and what merely narrowed since then are asked of the view `usable_as`.
 */
export async function usableAs(db: Db | Tx, matterId: string): Promise<AgreedTerms> {
  const { rows } = await sql<AgreedTerms>`
    select notice_id, version, publishes, purposes, recipients
    from usable_as
    where matter_id = ${matterId}`.execute(db)
  return rows[0] ?? NOTHING
}
