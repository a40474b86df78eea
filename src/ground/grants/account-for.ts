import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { addPerson } from '#ground/people/add-person.ts'

export interface Named {
  email: string
  /** For somebody who has no account yet; undefined: only those who have one are found. */
  name?: string
  unitId: string
  language: string
  now: Date
}

/**
 * The account of an address. With a name, one is made where there is none, so that a role can be given before its holder
 * ever came: they sign in with a link to that address. Null for an unknown address without a name.
 */
export function accountFor(db: Db, named: Named): Promise<{ id: string; name: string } | null> {
  return inTransaction(db, (tx) => accountIn(tx, named))
}

async function accountIn(
  tx: Tx,
  { email, name, unitId, language, now }: Named,
): Promise<{ id: string; name: string } | null> {
  // Two at once with the same new address: the second waits here and finds the account of the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`.execute(tx)
  const person = await tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (person || name === undefined) return person ?? null
  return addPerson(tx, { name, email, language, unitId, memberNumber: null, now })
}
