import { type RawBuilder, sql } from 'kysely'
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

/**
 * Makes the links of one relation that lead to some works exactly these: `pairs` asks for `from_id` and `to_id`. However many
 * they are, it is two statements.
 */
export async function linkExactly(
  tx: Tx,
  {
    to,
    relation,
    pairs,
    at,
  }: { to: readonly string[]; relation: Relation; pairs: RawBuilder<unknown>; at: Date },
): Promise<void> {
  await sql`
    delete from links
    where to_id = any(${to}::uuid[])
      and relation = ${relation}
      and not exists (select from (${pairs}) as wanted where wanted.from_id = links.from_id and wanted.to_id = links.to_id)`.execute(
    tx,
  )
  await linkMany(tx, { relation, pairs, at })
}

/** Says many at once what came from what; those that are there already stay. */
export async function linkMany(
  tx: Tx,
  { relation, pairs, at }: { relation: Relation; pairs: RawBuilder<unknown>; at: Date },
): Promise<void> {
  await sql`
    insert into links (from_id, to_id, relation, made_at)
    select wanted.from_id, wanted.to_id, ${relation}, ${at} from (${pairs}) as wanted
    on conflict do nothing`.execute(tx)
}
