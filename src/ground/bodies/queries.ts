import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { containsName } from '#core/db/contains-name.ts'
import { inGroups } from '#core/db/in-groups.ts'
import { kept, opaque } from '#core/db/kept-statements.ts'
import type { NameCursor } from '#core/http/name-cursor.ts'

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

/** The same for a route that hundreds ask in a second: those that come at once are one question. */
export const findBodyWithOthers = inGroups(
  async (db, asks: readonly { slug: string; now: Date }[]): Promise<(Body | null)[]> => {
    const slugs = [...new Set(asks.map(({ slug }) => slug))]
    const now = new Date(Math.max(...asks.map((ask) => ask.now.getTime())))
    const found = await bodies(db, now)
      .where(sql<boolean>`bodies.slug = any(${opaque(sql`${slugs}::text[]`)}::text[])`)
      .modifyEnd(kept)
      .execute()
    const bySlug = new Map(found.map((body) => [body.slug, body]))
    return asks.map(({ slug }) => bySlug.get(slug) ?? null)
  },
)

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
export async function bodiesToOffer(
  db: Db,
  { now, named, except }: { now: Date; named?: string; except?: string },
): Promise<Body[]> {
  let nearest = bodies(db, now)
    .where('bodies.closedOn', 'is', null)
    .orderBy((eb) => eb.fn('cardinality', ['units.lineage']))
    .orderBy('bodies.name')
    .limit(MOST_OFFERED)
  if (except) nearest = nearest.where('bodies.id', '<>', except)
  const offered = await nearest.execute()
  const other = named && !offered.some(({ slug }) => slug === named) ? await findBody(db, named, now) : null
  return [...offered, ...(other ? [other] : [])].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Whether a list of so many bodies may be all there are; past it, a box for the name stands in the list's place. */
export const mayBeAll = (offered: readonly unknown[]) => offered.length < MOST_OFFERED

/** Open bodies that a person may mean by what was typed: the end of a page's address, or the whole name in any case or accent. */
export async function bodiesNamed(db: Db, words: string, now: Date): Promise<Body[]> {
  return bodies(db, now)
    .where('bodies.closedOn', 'is', null)
    .where(
      sql<boolean>`(bodies.slug = lower(${words}) or lower(unaccent(bodies.name)) = lower(unaccent(${words})))`,
    )
    .orderBy('bodies.slug')
    .limit(MOST_NAMESAKES)
    .execute()
}

const MOST_NAMESAKES = 6

/** Open bodies of these ids or in these units or below. */
export async function bodiesWithin(
  db: Db,
  { ids, units }: { ids: readonly string[]; units: readonly string[] },
  now: Date,
): Promise<Body[]> {
  return bodies(db, now)
    .where('bodies.closedOn', 'is', null)
    .where(sql<boolean>`(bodies.id = any(${[...ids]}::uuid[]) or units.lineage && ${[...units]}::uuid[])`)
    .orderBy('bodies.name')
    .execute()
}

export const BODIES_PAGE = 50

/** Open bodies by name, as far as the search answers: part of its name or of its unit's. One more than a page holds. */
export async function findBodies(
  db: Db,
  { q, after, now }: { q?: string; after: NameCursor | null; now: Date },
): Promise<Body[]> {
  let rows = bodies(db, now)
    .where('bodies.closedOn', 'is', null)
    .orderBy('bodies.name')
    .orderBy('bodies.id')
    .limit(BODIES_PAGE + 1)
  if (after) rows = rows.where(sql<boolean>`(bodies.name, bodies.id) > (${after.name}, ${after.id}::uuid)`)
  if (q)
    rows = rows.where(sql<boolean>`(${containsName('bodies.name', q)} or ${containsName('units.name', q)})`)
  return rows.execute()
}
