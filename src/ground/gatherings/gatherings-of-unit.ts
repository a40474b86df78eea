import type { Db } from '#core/db/connect.ts'
import { addDays } from '#core/time/days.ts'
import { type ReadGathering, withTitlesIn } from './gathering-in-language.ts'
import { listGatherings } from './list-gatherings.ts'
import { type ListeningFigures, listeningFiguresOf } from './listening-figures.ts'

/** What a unit's page shows of gatherings: the next ones, and the year just gone. */
export interface GatheringsOfUnit {
  next: ReadGathering[]
  year: ListeningFigures
}

const NEXT = 3
export const YEAR_DAYS = 365

export async function gatheringsOfUnit(
  db: Db,
  { unit, now, language }: { unit: { id: string; slug: string }; now: Date; language: string },
): Promise<GatheringsOfUnit> {
  const [{ gatherings }, year] = await Promise.all([
    listGatherings(db, { when: 'coming', unit: unit.slug }, { now, most: NEXT, isOnceASeries: true }),
    listeningFiguresOf(db, { unitId: unit.id, from: addDays(now, -YEAR_DAYS), to: now }),
  ])
  return { next: await withTitlesIn(db, language, gatherings), year }
}

/** The next gatherings of a body, for its page. */
export async function gatheringsOfBody(
  db: Db,
  { body, now, language }: { body: { slug: string }; now: Date; language: string },
): Promise<ReadGathering[]> {
  const { gatherings } = await listGatherings(
    db,
    { when: 'coming', body: body.slug },
    { now, most: NEXT, isOnceASeries: true },
  )
  return withTitlesIn(db, language, gatherings)
}
