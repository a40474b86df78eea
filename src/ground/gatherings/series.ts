import type { Db, Tx } from '#core/db/connect.ts'
import { type Gathering, gatherings } from './find-gathering.ts'

/** The gatherings of a series after this one, in their order; each is locked by whoever changes it. */
export async function laterTimes(tx: Tx, { seriesId, startsAt }: Gathering): Promise<Gathering[]> {
  if (seriesId === null) return []
  return gatherings(tx)
    .where('gatherings.seriesId', '=', seriesId)
    .where('gatherings.startsAt', '>', startsAt)
    .where('gatheringCancellations.reason', 'is', null)
    .orderBy('gatherings.startsAt')
    .execute()
}

/** How a gathering comes again, with its other times to come. */
export interface Series {
  rhythm: string
  next: Gathering[]
}

export async function seriesOf(
  db: Db,
  { gathering, now }: { gathering: Gathering; now: Date },
): Promise<Series | null> {
  const { id, seriesId } = gathering
  if (seriesId === null) return null
  const [series, next] = await Promise.all([
    db.selectFrom('gatheringSeries').select('rhythm').where('id', '=', seriesId).executeTakeFirstOrThrow(),
    gatherings(db)
      .where('gatherings.seriesId', '=', seriesId)
      .where('gatherings.id', '<>', id)
      .where('gatherings.endsAt', '>', now)
      .orderBy('gatherings.startsAt')
      .execute(),
  ])
  return { ...series, next }
}
