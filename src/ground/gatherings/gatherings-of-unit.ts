import type { Db } from '#core/db/connect.ts'
import { addDays } from '#core/time/days.ts'
import type { Gathering } from './find-gathering.ts'
import { listGatherings } from './list-gatherings.ts'
import { type ListeningFigures, listeningFiguresOf } from './listening-figures.ts'

/** What a unit's page shows of gatherings: the next ones, and the year just gone. */
export interface GatheringsOfUnit {
  next: Gathering[]
  year: ListeningFigures
}

const NEXT = 3
export const YEAR_DAYS = 365

export async function gatheringsOfUnit(
  db: Db,
  { unit, now }: { unit: { id: string; slug: string }; now: Date },
): Promise<GatheringsOfUnit> {
  const [{ gatherings }, year] = await Promise.all([
    listGatherings(db, { when: 'coming', unit: unit.slug }, { now, most: NEXT }),
    listeningFiguresOf(db, { unitId: unit.id, from: addDays(now, -YEAR_DAYS), to: now }),
  ])
  return { next: gatherings, year }
}
