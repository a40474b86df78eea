import { type SqlBool, sql } from 'kysely'
import type { TimeCursor } from '#core/http/time-cursor.ts'

/** What waits for its author, is not ended, or has ended. */
export const OWN_STATES = ['waiting', 'open', 'closed'] as const
export type OwnState = (typeof OWN_STATES)[number]

/** Which of their own somebody asks to see, newest first. */
export interface OwnWish {
  personId: string
  now: Date
  state?: OwnState
  /** Only what is older than this. */
  after: TimeCursor | null
  most: number
}

/** The rest of a question for one's own: rows have `opened_at`, `id`, `awaits` and `has_ended`. */
export function ownPage({ state, after, most }: Omit<OwnWish, 'personId' | 'now'>) {
  const inState = {
    all: sql<SqlBool>`true`,
    waiting: sql<SqlBool>`awaits is not null`,
    open: sql<SqlBool>`not has_ended`,
    closed: sql<SqlBool>`has_ended`,
  }[state ?? 'all']
  const older = after
    ? sql<SqlBool>`(opened_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql`true`
  return sql`where ${inState} and ${older} order by opened_at desc, id desc limit ${most}`
}
