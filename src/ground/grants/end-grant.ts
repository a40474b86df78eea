import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { isoDate } from '#core/time/days.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { m } from './messages.ts'

export interface Ending {
  grant: { id: string; role: string; bodyId: string | null; personName: string; unitName: string }
  kind: 'grant.ended' | 'grant.lapsed'
  by: { id: string; name: string } | null
  reason: string
  now: Date
}

/** Ends a role with a reason; false when it had ended already. */
export function endGrant(db: Db, ending: Ending): Promise<boolean> {
  return inTransaction(db, (tx) => writeEnding(tx, ending))
}

async function writeEnding(tx: Tx, { grant, kind, by, reason, now }: Ending): Promise<boolean> {
  const ended = await tx
    .insertInto('grantEndings')
    .values({ grantId: grant.id, endedAt: now, endedBy: by?.id ?? null, reason })
    .onConflict((conflict) => conflict.column('grantId').doNothing())
    .returning('grantId')
    .executeTakeFirst()
  if (!ended) return false
  const { role, personName: name, unitName: unit } = grant
  const publicWords = { name, role, unit, reason, by: by?.name }
  await appendEntry(tx, { kind, at: now, bodyId: grant.bodyId ?? undefined, publicWords })
  return true
}

/** Ends every role that somebody holds still, inside the erasure of their account: nobody could do its work any more. */
export async function endGrantsOf(
  tx: Tx,
  { personId, reason, now }: { personId: string; reason: string; now: Date },
): Promise<void> {
  const held = await openGrants(tx).where('grants.personId', '=', personId).execute()
  for (const grant of held) await writeEnding(tx, { grant, kind: 'grant.ended', by: null, reason, now })
}

const BATCH = 200

/** Roles whose last day is over lapse, each with its entry: nobody has to remember, and everybody can see it. */
export async function lapseGrants({ db, clock, translators }: JobHouse): Promise<void> {
  const now = clock.now()
  await inTransaction(db, async (tx) => {
    const over = await openGrants(tx)
      .where('grants.toOn', '<', isoDate(now))
      .orderBy('grants.toOn')
      .limit(BATCH)
      .execute()
    const reason = translators.en(m.lapsed)
    for (const grant of over) await writeEnding(tx, { grant, kind: 'grant.lapsed', by: null, reason, now })
  })
}

/** Roles that nobody ended, as an ending names them. */
function openGrants(tx: Tx) {
  return tx
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.personId')
    .innerJoin('units', 'units.id', 'grants.unitId')
    .leftJoin('grantEndings', 'grantEndings.grantId', 'grants.id')
    .select([
      'grants.id',
      'grants.role',
      'grants.bodyId',
      'people.name as personName',
      'units.name as unitName',
    ])
    .where('grantEndings.grantId', 'is', null)
}
