import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#core/db/connect.ts'
import { timeCursorOf, timeCursorText } from '#core/http/time-cursor.ts'
import { orNothing } from '#core/input/text.ts'
import { type Gathering, gatherings } from './find-gathering.ts'
import { GATHERING_KINDS } from './gathering-kinds.ts'
import { isNextOfItsSeries, timesAfter } from './once-a-series.ts'

/** Filters of the list; what cannot be read is left out, for an address is often cut or mistyped. */
export const gatheringsQuery = z.object({
  when: z.enum(['coming', 'past']).catch('coming').default('coming'),
  kind: orNothing(z.enum(GATHERING_KINDS)).catch(undefined),
  unit: orNothing(z.string().regex(/^[a-z0-9-]{1,100}$/)).catch(undefined),
  body: orNothing(z.string().regex(/^[a-z0-9-]{1,100}$/)).catch(undefined),
  after: orNothing(z.string().max(120)).catch(undefined),
})

export type GatheringsQuery = z.infer<typeof gatheringsQuery>

export interface ListedGathering extends Gathering {
  /** Further times to come, in a list that shows one of each series. */
  moreTimes?: number
}

export interface GatheringsPage {
  gatherings: ListedGathering[]
  /** Opaque; null on the last page. */
  next: string | null
}

/** Gatherings of a unit and all below it, of a body, or of all: the next first among those to come, the latest first among those past. */
export async function listGatherings(
  db: Db,
  query: GatheringsQuery,
  { now, most, isOnceASeries }: { now: Date; most: number; isOnceASeries?: boolean },
): Promise<GatheringsPage> {
  const order = query.when === 'coming' ? 'asc' : 'desc'
  let rows = gatherings(db)
    .orderBy('gatherings.startsAt', order)
    .orderBy('gatherings.id', order)
    .limit(most + 1)
    .where(reached(query.when, now))
  if (query.kind) rows = rows.where('works.kind', '=', query.kind)
  if (query.unit) rows = rows.where(below(query.unit))
  if (query.body) rows = rows.where('bodies.slug', '=', query.body)
  if (isOnceASeries && query.when === 'coming') rows = rows.where(isNextOfItsSeries(now))
  const after = timeCursorOf(query.after)
  if (after) rows = rows.where(beyond(after, query.when))
  const found = await rows
    .$if(isOnceASeries === true && query.when === 'coming', (some) => some.select(timesAfter.as('moreTimes')))
    .execute()
  const shown = found.slice(0, most)
  const last = shown.at(-1)
  return {
    gatherings: shown,
    next: found.length > most && last ? timeCursorText(last.startsAt, last.id) : null,
  }
}

/** None lasts longer than this; so the index of beginnings answers for the endings too. */
export const LONGEST_DAYS = 14

function reached(when: GatheringsQuery['when'], now: Date) {
  if (when === 'past') return sql<boolean>`(gatherings.starts_at <= ${now} and gatherings.ends_at <= ${now})`
  const earliest = new Date(now.getTime() - LONGEST_DAYS * 86_400_000)
  return sql<boolean>`(gatherings.starts_at > ${earliest} and gatherings.ends_at > ${now})`
}

function below(slug: string) {
  return sql<boolean>`gatherings.unit_id in (
    select lower.id from units lower, units upper where upper.slug = ${slug} and lower.lineage @> array[upper.id])`
}

function beyond({ at, id }: { at: string; id: string }, when: GatheringsQuery['when']) {
  return when === 'coming'
    ? sql<boolean>`(gatherings.starts_at, gatherings.id) > (${at}, ${id}::uuid)`
    : sql<boolean>`(gatherings.starts_at, gatherings.id) < (${at}, ${id}::uuid)`
}
