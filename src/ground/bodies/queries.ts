import type { Db, Tx } from '#core/db/connect.ts'
import { kept } from '#core/db/kept-statements.ts'

/** A body with the place of its unit in the tree. */
export interface Body {
  id: string
  slug: string
  name: string
  kind: string
  about: string
  unitId: string
  unitName: string
  unitSlug: string
  lineage: string[]
  reviewedBy: string | null
  isFrontDesk: boolean
  holdsStrangers: boolean
  /** Days of its promise today. */
  promiseDays: number
}

function bodies(db: Db | Tx, now: Date) {
  return db
    .selectFrom('bodies')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .select((eb) => [
      'bodies.id',
      'bodies.slug',
      'bodies.name',
      'bodies.kind',
      'bodies.about',
      'bodies.unitId',
      'units.name as unitName',
      'units.slug as unitSlug',
      'units.lineage',
      'bodies.reviewedBy',
      'bodies.isFrontDesk',
      'bodies.holdsStrangers',
      eb.fn
        .coalesce(
          eb
            .selectFrom('bodyPromises')
            .select('bodyPromises.days')
            .whereRef('bodyPromises.bodyId', '=', 'bodies.id')
            .where('bodyPromises.fromAt', '<=', now)
            .orderBy('bodyPromises.fromAt', 'desc')
            .limit(1),
          eb.val(UNPROMISED_DAYS),
        )
        .as('promiseDays'),
    ])
}

/** The clock of a body that never published a promise. */
export const UNPROMISED_DAYS = 28

export async function findBody(db: Db | Tx, slug: string, now: Date): Promise<Body | null> {
  return (await bodies(db, now).where('bodies.slug', '=', slug).modifyEnd(kept).executeTakeFirst()) ?? null
}

export async function bodyById(db: Db | Tx, id: string, now: Date): Promise<Body | null> {
  return (await bodies(db, now).where('bodies.id', '=', id).executeTakeFirst()) ?? null
}

/** Where matters to "whoever should" arrive; null in a house that has named none. */
export async function frontDesk(db: Db | Tx, now: Date): Promise<Body | null> {
  return (
    (await bodies(db, now).where('bodies.isFrontDesk', '=', true).modifyEnd(kept).executeTakeFirst()) ?? null
  )
}

/** So many that a list to choose from still helps; a country has thousands. */
const MOST_OFFERED = 100

/**
 * Bodies to choose from: all, as long as a list of them helps, or those nearest to the root of the tree, with the one that
 * was named. Every other is reached from its own page.
 */
export async function bodiesToOffer(db: Db, { now, named }: { now: Date; named?: string }): Promise<Body[]> {
  const nearest = await bodies(db, now)
    .where('bodies.closedOn', 'is', null)
    .orderBy((eb) => eb.fn('cardinality', ['units.lineage']))
    .orderBy('bodies.name')
    .limit(MOST_OFFERED)
    .execute()
  const other = named && !nearest.some(({ slug }) => slug === named) ? await findBody(db, named, now) : null
  return [...nearest, ...(other ? [other] : [])].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Bodies that take matters today, by name. */
export async function openBodies(db: Db | Tx, now: Date): Promise<Body[]> {
  return bodies(db, now).where('bodies.closedOn', 'is', null).orderBy('bodies.name').execute()
}
