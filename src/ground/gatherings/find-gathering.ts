import type { Db, Tx } from '#core/db/connect.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoDate } from '#core/time/days.ts'

/** What its organisers say of it. */
export interface GatheringFacts {
  title: string
  language: string
  about: string
  startsAt: Date
  endsAt: Date
  timeZone: string
  address: string
  /** Never on a page that everybody reads. */
  onlineUrl: string | null
  audience: string
  places: number | null
  contact: string
}

/** A gathering as its page and its forms need it. */
export interface Gathering extends GatheringFacts {
  id: string
  number: number
  kind: string
  callId: string | null
  /** Null where it takes place once. */
  seriesId: string | null
  sequence: number
  changedAt: Date
  openedAt: Date
  peopleThere: number | null
  unitId: string
  unitName: string
  unitSlug: string
  lineage: string[]
  bodyId: string | null
  bodyName: string | null
  bodySlug: string | null
  /** Null while it is not called off. */
  cancelledReason: string | null
}

export function gatherings(db: Db | Tx) {
  return db
    .selectFrom('gatherings')
    .innerJoin('works', 'works.id', 'gatherings.id')
    .innerJoin('units', 'units.id', 'gatherings.unitId')
    .leftJoin('bodies', 'bodies.id', 'gatherings.bodyId')
    .leftJoin('gatheringCancellations', 'gatheringCancellations.gatheringId', 'gatherings.id')
    .select((eb) => [
      'gatherings.id',
      'works.number',
      'works.kind',
      eb.fn.coalesce('works.title', eb.val('')).as('title'),
      'works.language',
      'works.openedAt',
      'gatherings.about',
      'gatherings.startsAt',
      'gatherings.endsAt',
      'gatherings.timeZone',
      'gatherings.address',
      'gatherings.onlineUrl',
      'gatherings.audience',
      'gatherings.places',
      'gatherings.contact',
      'gatherings.callId',
      'gatherings.seriesId',
      'gatherings.sequence',
      'gatherings.changedAt',
      'gatherings.peopleThere',
      'gatherings.unitId',
      'units.name as unitName',
      'units.slug as unitSlug',
      'units.lineage',
      'gatherings.bodyId',
      'bodies.name as bodyName',
      'bodies.slug as bodySlug',
      'gatheringCancellations.reason as cancelledReason',
    ])
}

const MOST_DIGITS = 15

/** The gathering of a public number. */
export async function findGathering(db: Db | Tx, number: string | undefined): Promise<Gathering | null> {
  if (number === undefined || !/^[1-9]\d*$/.test(number) || number.length > MOST_DIGITS) return null
  return (await gatherings(db).where('works.number', '=', Number(number)).executeTakeFirst()) ?? null
}

export async function gatheringById(db: Db | Tx, id: string): Promise<Gathering | null> {
  return (await gatherings(db).where('gatherings.id', '=', id).executeTakeFirst()) ?? null
}

export interface Access {
  fact: string
  isThere: boolean
  detail: string
}

export function accessOf(db: Db | Tx, gatheringId: string): Promise<Access[]> {
  return db
    .selectFrom('gatheringAccess')
    .select(['fact', 'isThere', 'detail'])
    .where('gatheringId', '=', gatheringId)
    .execute()
}

/** How many have a place, and how many wait for one. */
export async function countRegistered(
  db: Db | Tx,
  gatheringId: string,
): Promise<{ placed: number; waiting: number }> {
  const row = await db
    .selectFrom('gatheringRegistrations')
    .select((eb) => [eb.fn.count<number>('placeSince').as('placed'), eb.fn.countAll<number>().as('all')])
    .where('gatheringId', '=', gatheringId)
    .executeTakeFirstOrThrow()
  return { placed: Number(row.placed), waiting: Number(row.all) - Number(row.placed) }
}

/** Whether the viewer is a member of the gathering's unit or of one below it today. */
export async function isOfUnit(
  { db, viewer, now }: Pick<Exchange, 'db' | 'viewer' | 'now'>,
  { unitId }: { unitId: string },
) {
  if (!viewer.person) return false
  const today = isoDate(now)
  const held = await db
    .selectFrom('memberships')
    .innerJoin('units', 'units.id', 'memberships.unitId')
    .select('units.lineage')
    .where('memberships.personId', '=', viewer.person.id)
    .where('memberships.fromOn', '<=', today)
    .where((eb) => eb.or([eb('memberships.toOn', 'is', null), eb('memberships.toOn', '>=', today)]))
    .execute()
  return held.some(({ lineage }) => lineage.includes(unitId))
}
