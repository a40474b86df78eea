import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { renameWork } from '#ground/matters/open-work.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { columnsOf, type GatheringDetails, sayAccess, wordsOf } from './announce-gathering.ts'
import { fillPlaces } from './fill-places.ts'
import { accessOf, type Gathering } from './find-gathering.ts'
import { queueLetters } from './queue-letters.ts'
import { detailsAsTheyStand, sameChange } from './same-change.ts'
import { laterTimes } from './series.ts'

interface Change {
  gathering: Gathering
  details: GatheringDetails
  reason: string
  /** With every later time of its series that still stands. */
  isForAll?: boolean
  by: { id: string; name: string } | null
}

export type ChangeOutcome = { ok: true } | { ok: false; why: 'called-off' }

/** Says a gathering's facts anew, with a reason that everybody who registered is written. */
export async function changeGathering(
  db: Db,
  { change, once }: { change: Change; once: Once },
): Promise<DoneOnce<ChangeOutcome>> {
  const { gathering, details, isForAll } = change
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<ChangeOutcome> => {
      if (!(await lockStanding(tx, gathering.id))) return { ok: false, why: 'called-off' }
      const before = detailsAsTheyStand(gathering, await accessOf(tx, gathering.id))
      // Found before this one moves, or it might come after itself.
      const later = isForAll ? await laterTimes(tx, gathering) : []
      const outcome = await changeOne(tx, change, once.now)
      for (const one of later) {
        const other = detailsAsTheyStand(one, await accessOf(tx, one.id))
        const same = one.startsAt > once.now ? sameChange({ before, after: details, other }) : null
        if (same) await changeOne(tx, { ...change, gathering: one, details: same }, once.now)
      }
      return outcome
    }),
  )
}

async function changeOne(
  tx: Tx,
  { gathering, details, reason, by }: Change,
  now: Date,
): Promise<ChangeOutcome> {
  if (!(await lockStanding(tx, gathering.id))) return { ok: false, why: 'called-off' }
  await tx
    .updateTable('gatherings')
    .set((eb) => ({ ...columnsOf(details), changedAt: now, sequence: eb('sequence', '+', 1) }))
    .where('id', '=', gathering.id)
    .execute()
  await renameWork(tx, { id: gathering.id, ...details })
  await sayAccess(tx, gathering.id, details.access)
  // Another day is reminded of anew.
  if (details.startsAt.getTime() !== gathering.startsAt.getTime()) await forgetReminders(tx, gathering.id)
  await appendEntry(tx, {
    ...entryOf(gathering),
    kind: 'gathering.changed',
    at: now,
    publicWords: { number: gathering.number, ...wordsOf(details), reason },
    privateWords: { by: by?.name },
  })
  await announceChange(tx, `gathering:${gathering.number}`)
  await queueLetters(tx, { gatheringId: gathering.id, what: 'changed', reason, now })
  await fillPlaces(tx, { gatheringId: gathering.id, places: details.places, now })
  return { ok: true }
}

interface CallingOff {
  gathering: Gathering
  reason: string
  /** With every later time of its series that still stands. */
  isForAll?: boolean
  by: { id: string; name: string } | null
}

/** Calls it off, with a reason; everybody who registered is written to. It stays to be read, marked as called off. */
export async function callOffGathering(
  db: Db,
  { callingOff, once }: { callingOff: CallingOff; once: Once },
): Promise<DoneOnce<ChangeOutcome>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async (): Promise<ChangeOutcome> => {
      const outcome = await callOffOne(tx, callingOff, once.now)
      if (!outcome.ok || !callingOff.isForAll) return outcome
      for (const gathering of await laterTimes(tx, callingOff.gathering))
        await callOffOne(tx, { ...callingOff, gathering }, once.now)
      return outcome
    }),
  )
}

async function callOffOne(tx: Tx, { gathering, reason, by }: CallingOff, now: Date): Promise<ChangeOutcome> {
  if (!(await lockStanding(tx, gathering.id))) return { ok: false, why: 'called-off' }
  await tx
    .insertInto('gatheringCancellations')
    .values({
      gatheringId: gathering.id,
      reason,
      calledOffAt: now,
      calledOffBy: by?.id ?? null,
    })
    .execute()
  await tx
    .updateTable('gatherings')
    .set((eb) => ({ changedAt: now, sequence: eb('sequence', '+', 1) }))
    .where('id', '=', gathering.id)
    .execute()
  await appendEntry(tx, {
    ...entryOf(gathering),
    kind: 'gathering.called-off',
    at: now,
    publicWords: { number: gathering.number, reason },
    privateWords: { by: by?.name },
  })
  await announceChange(tx, `gathering:${gathering.number}`)
  await queueLetters(tx, { gatheringId: gathering.id, what: 'called-off', reason, now: now })
  return { ok: true }
}

/** Two at once wait for each other; what was called off is changed no more. */
export async function lockStanding(tx: Tx, id: string): Promise<boolean> {
  await tx.selectFrom('gatherings').select('id').where('id', '=', id).forUpdate().execute()
  const cancelled = await tx
    .selectFrom('gatheringCancellations')
    .select('gatheringId')
    .where('gatheringId', '=', id)
    .executeTakeFirst()
  return cancelled === undefined
}

function entryOf({ id, bodyId }: Gathering) {
  return { workId: id, bodyId: bodyId ?? undefined }
}

async function forgetReminders(tx: Tx, gatheringId: string): Promise<void> {
  await tx
    .updateTable('gatheringRegistrations')
    .set({ weekToldAt: null, dayToldAt: null })
    .where('gatheringId', '=', gatheringId)
    .execute()
}
