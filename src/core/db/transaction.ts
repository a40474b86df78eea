import { setTimeout as pause } from 'node:timers/promises'
import type { Db, Tx } from './connect.ts'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const ATTEMPTS = 5

/**
 * Runs `work` in one transaction and commits it; a deadlock is tried again, since nothing of it was kept. Whatever must
 * not happen before the commit (mail, live updates) is handed to `afterCommit`.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx, afterCommit: AfterCommit) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const later: (() => Promise<void> | void)[] = []
    try {
      const result = await db.transaction().execute((tx) => {
        deedsAfter.set(tx, later)
        return work(tx, (deed) => later.push(deed))
      })
      for (const deed of later) await deed()
      return result
    } catch (error) {
      const isWorthAnotherTry = [SERIALIZATION_FAILURE, DEADLOCK].includes(codeOf(error) ?? '')
      if (!isWorthAnotherTry || attempt === ATTEMPTS) throw error
      await pause(10 * 2 ** attempt)
    }
  }
}

const deedsAfter = new WeakMap<Tx | Db, (() => Promise<void> | void)[]>()

/** Hands a deed to the commit of a transaction begun by `inTransaction`; false where there is none to wait for. */
export function afterCommitOf(tx: Tx | Db, deed: () => Promise<void> | void): boolean {
  const later = deedsAfter.get(tx)
  later?.push(deed)
  return later !== undefined
}

export type AfterCommit = (deed: () => Promise<void> | void) => void

/** PostgreSQL's five-letter code of a thrown error, when it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The name of the constraint that a thrown error broke: the database's own word for an expected refusal. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined
}
