import type { Tx } from '#core/db/connect.ts'

export type Relation =
  | 'answers'
  | 'amends'
  | 'merged-into'
  | 'cites'
  | 'drafted-from'
  | 'decided-by'
  | 'carried-out-by'
  | 'piloted-by'
  | 'evidence-for'
  | 'heard-at'

/** Says what came from what; saying it twice changes nothing. */
export async function link(
  tx: Tx,
  { from, to, relation, at }: { from: string; to: string; relation: Relation; at: Date },
): Promise<void> {
  await tx
    .insertInto('links')
    .values({ fromId: from, toId: to, relation, madeAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The same for many, in one statement. */
export async function linkAll(
  tx: Tx,
  links: readonly { from: string; to: string; relation: Relation }[],
  at: Date,
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('links')
    .values(links.map(({ from, to, relation }) => ({ fromId: from, toId: to, relation, madeAt: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
