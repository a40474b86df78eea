import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { type NewDecision, recordDecision } from './decide-matter.ts'
import type { Refusal } from './rules.ts'

/** A decision about one of several matters, each with its own custody. */
export type OneOfSeveral = NewDecision & { number: number }

export interface Together {
  recorded: number[]
  left: { number: number; why: Refusal | 'already-decided' }[]
}

/** Decides about several matters with one reason: each stands or is left out by itself, all in one transaction. */
export async function decideTogether(
  db: Db,
  { decisions, once }: { decisions: readonly OneOfSeveral[]; once: Once },
): Promise<DoneOnce<Together>> {
  // In one order for everybody, so that two clerks with overlapping choices wait for each other instead of deadlocking.
  const inOrder = decisions.toSorted((a, b) => a.number - b.number)
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const together: Together = { recorded: [], left: [] }
      for (const decision of inOrder) {
        const outcome = await recordDecision(tx, decision, once.now)
        if (outcome.ok) together.recorded.push(decision.number)
        else together.left.push({ number: decision.number, why: outcome.why })
      }
      return together
    }),
  )
}
