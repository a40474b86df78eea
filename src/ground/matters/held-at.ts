import type { Db } from '#core/db/connect.ts'
import { heldFor } from './rules.ts'

interface DecidedCustody {
  outcome: string
  receivedAt: Date
  dueAt: Date
  decidedAt: Date
}

export async function decidedCustodiesOf(db: Db, matterId: string): Promise<DecidedCustody[]> {
  const rows = await db
    .selectFrom('custody')
    .select(['outcome', 'receivedAt', 'dueAt', 'decidedAt'])
    .where('matterId', '=', matterId)
    .where('decidedAt', 'is not', null)
    .execute()
  return rows.flatMap(({ outcome, decidedAt, ...row }) =>
    outcome !== null && decidedAt !== null ? [{ ...row, outcome, decidedAt }] : [],
  )
}

/** How long the body held it that decided in this step; null for a step that was no decision. */
export function heldAt(
  custodies: readonly DecidedCustody[],
  { kind, at }: { kind: string; at: Date },
): { days: number; over: number } | null {
  const decided = custodies.find(
    ({ outcome, decidedAt }) => kind === `matter.${outcome}` && decidedAt.getTime() === at.getTime(),
  )
  return decided ? heldFor(decided) : null
}
