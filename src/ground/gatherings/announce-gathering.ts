import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { isoSecond } from '#core/time/days.ts'
import { openWork } from '#ground/matters/open-work.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Access, GatheringFacts } from './find-gathering.ts'
import type { Rhythm } from './occurrences.ts'

export interface GatheringDetails extends GatheringFacts {
  access: readonly Access[]
}

export interface NewGathering extends GatheringDetails {
  kind: string
  unitId: string
  bodyId: string | null
  callId: string | null
  by: { id: string; name: string } | null
  /** Where it comes again: how, and every further time after the first. */
  repeats?: { rhythm: Rhythm; times: readonly { startsAt: Date; endsAt: Date }[] }
  /** Names what was settled from a file, so that doing it again changes nothing. */
  source?: string
}

/**
 * Announces a gathering: a work with a public number, its facts, and its first entry, in one transaction. One that repeats is as many
 * gatherings as it has times, so that each can be moved, called off, registered for and followed up by itself. Answers the first.
 */
export async function announceGathering(
  db: Db,
  { gathering, once }: { gathering: NewGathering; once: Once },
): Promise<DoneOnce<{ number: number }>> {
  return inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const { repeats } = gathering
      const seriesId = repeats ? await beginSeries(tx, repeats.rhythm, once.now) : null
      const number = await announceOne(tx, { gathering, seriesId, now: once.now })
      for (const times of repeats?.times ?? [])
        await announceOne(tx, {
          gathering: { ...gathering, ...times, source: undefined },
          seriesId,
          now: once.now,
        })
      return { number }
    }),
  )
}

interface One {
  gathering: NewGathering
  seriesId: string | null
  now: Date
}

async function announceOne(tx: Tx, { gathering, seriesId, now }: One): Promise<number> {
  const { kind, title, language, unitId, bodyId, by } = gathering
  const work = await openWork(tx, { slice: 'gatherings', kind, title, language, unitId, at: now })
  await insertGathering(tx, { id: work.id, gathering, seriesId, now })
  await sayAccess(tx, work.id, gathering.access)
  await appendEntry(tx, {
    kind: 'gathering.announced',
    at: now,
    workId: work.id,
    bodyId: bodyId ?? undefined,
    publicWords: { number: work.number, kind, ...wordsOf(gathering) },
    privateWords: { by: by?.name },
  })
  return work.number
}

async function beginSeries(tx: Tx, rhythm: Rhythm, now: Date): Promise<string> {
  const id = orderedId(now)
  await tx.insertInto('gatheringSeries').values({ id, rhythm, madeAt: now }).execute()
  return id
}

async function insertGathering(
  tx: Tx,
  { id, gathering, seriesId, now }: One & { id: string },
): Promise<void> {
  const { unitId, bodyId, callId, by, source } = gathering
  await tx
    .insertInto('gatherings')
    .values({
      id,
      unitId,
      bodyId,
      callId,
      seriesId,
      madeBy: by?.id ?? null,
      source: source ?? null,
      changedAt: now,
      ...columnsOf(gathering),
    })
    .execute()
}

/** The columns that a change may say anew. */
export function columnsOf(details: GatheringDetails) {
  const { about, startsAt, endsAt, timeZone, address, onlineUrl, audience, places, contact } = details
  return { about, startsAt, endsAt, timeZone, address, onlineUrl, audience, places, contact }
}

/** What an entry keeps of it; the link for those who registered is never among the words that anybody reads. */
export function wordsOf({ title, language, about, startsAt, endsAt, address }: GatheringDetails) {
  return { title, language, about, address, starts: isoSecond(startsAt), ends: isoSecond(endsAt) }
}

/** Says access anew: what is not said any more has no row. */
export async function sayAccess(tx: Tx, gatheringId: string, access: readonly Access[]): Promise<void> {
  await tx.deleteFrom('gatheringAccess').where('gatheringId', '=', gatheringId).execute()
  if (access.length === 0) return
  await tx
    .insertInto('gatheringAccess')
    .values(access.map((one) => ({ gatheringId, ...one })))
    .execute()
}
