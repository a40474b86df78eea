import { sql } from 'kysely'
import type { Db, Tx } from '../db/connect.ts'
import { kept, opaque } from '../db/kept-statements.ts'
import { afterCommitOf } from '../db/transaction.ts'

export const CHANNEL = 'folkmoot_live'

/** A carrier of news between processes that is not the database. */
export interface Bus {
  isUp(): boolean
  publish(topic: string): void
  close(): Promise<void>
}

let bus: Bus | null = null

/** Set once at start from the configuration; null goes back to PostgreSQL alone. */
export function useBus(wanted: Bus | null): void {
  bus = wanted
}

/**
 * Tells every follower of a topic, on every node, that something changed; heard when the transaction commits. A bus that is
 * up carries it after the commit, which spares the database: of all transactions that NOTIFY, PostgreSQL lets one commit at a
 * time. Without one, or while it is away, PostgreSQL carries it with the commit itself.
 */
export async function announceChange(tx: Tx | Db, topic: string): Promise<void> {
  const carrier = bus
  if (carrier?.isUp() && afterCommitOf(tx, () => carrier.publish(topic))) return
  await sql`select pg_notify(${CHANNEL}, ${topic}) ${kept}`.execute(tx)
}

const SOON_MS = 25
const soon = new Map<Db, Set<string>>()

/**
 * Tells of changes already committed, many at once: hand-ins by the hundred would each wait for the others' NOTIFY. For news that
 * only makes a shown figure fresher: a process that dies meanwhile tells nobody.
 */
export function announceSoon(db: Db, topic: string): void {
  const waiting = soon.get(db)
  if (waiting) return void waiting.add(topic)
  soon.set(db, new Set([topic]))
  setTimeout(() => void announceWaiting(db).catch(() => undefined), SOON_MS)
}

async function announceWaiting(db: Db): Promise<void> {
  const topics = [...(soon.get(db) ?? [])]
  soon.delete(db)
  const carrier = bus
  if (carrier?.isUp()) for (const topic of topics) carrier.publish(topic)
  else
    await sql`select pg_notify(${CHANNEL}, topic) from unnest(${opaque(sql`${topics}::text[]`)}) as topic ${kept}`.execute(
      db,
    )
}
