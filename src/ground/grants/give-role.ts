import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { giveGrant } from './give-grant.ts'

export interface NewRole {
  person: { id: string; name: string }
  role: string
  unit: { id: string; name: string }
  body: { id: string; name: string } | null
  isDownTheTree: boolean
  purpose: string
  fromOn: string
  toOn: string
  /** Null for an import, which nobody signs in for. */
  by: { id: string; name: string } | null
}

/** Gives a role, and says so in the record in the same moment. */
export async function giveRole(
  db: Db,
  { grant, once }: { grant: NewRole; once: Once },
): Promise<DoneOnce<{ id: string }>> {
  const { person, role, unit, body, isDownTheTree, purpose, fromOn, toOn, by } = grant
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const id = await giveGrant(tx, {
        personId: person.id,
        role,
        unitId: unit.id,
        bodyId: body?.id ?? null,
        isDownTheTree,
        purpose,
        fromOn,
        toOn,
        grantedBy: by?.id ?? null,
        now: once.now,
      })
      await appendEntry(tx, {
        kind: 'grant.given',
        at: once.now,
        bodyId: body?.id,
        untilOn: toOn,
        publicWords: {
          name: person.name,
          role,
          unit: unit.name,
          body: body?.name,
          below: isDownTheTree,
          reason: purpose,
          from: fromOn,
          to: toOn,
          by: by?.name,
        },
      })
      return { id }
    }),
  )
}
