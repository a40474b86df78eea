import type { Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { controllerOf } from '#ground/units/controller-of.ts'
import { mayRead, type ObjectionPlace } from './policy.ts'

/** An objection as whoever answers it reads it. */
export interface RaisedObjection {
  id: string
  words: string
  language: string
  askedAt: Date
  dueAt: Date
  decidedAt: Date | null
  personId: string | null
  name: string | null
  /** Where the answer goes. */
  address: string | null
  letterLanguage: string
  look: { by: string | null; role: string; purpose: string; at: Date } | null
  place: ObjectionPlace
}

/** The objection of an id, as far as this viewer may read it. */
export async function findObjection(db: Db, viewer: Viewer, id: string): Promise<RaisedObjection | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const row = await raised(db).where('objections.id', '=', id).executeTakeFirst()
  if (!row) return null
  const { unitId, email, personLanguage, lookedBy, lookBy, lookRole, lookPurpose, lookAt, ...objection } = row
  const lineage = await controllerOf(db, unitId)
  if (!mayRead(viewer, { lineage })) return null
  return {
    ...objection,
    address: email ?? objection.address,
    letterLanguage: personLanguage ?? objection.language,
    look:
      lookAt === null ? null : { by: lookBy, role: lookRole ?? '', purpose: lookPurpose ?? '', at: lookAt },
    place: { lineage, concerned: [objection.personId, lookedBy] },
  }
}

function raised(db: Db) {
  return db
    .selectFrom('objections')
    .leftJoin('people', 'people.id', 'objections.personId')
    .leftJoin('lookups', 'lookups.id', 'objections.lookupId')
    .leftJoin('people as looker', 'looker.id', 'lookups.lookedBy')
    .select([
      'objections.id',
      'objections.words',
      'objections.language',
      'objections.askedAt',
      'objections.dueAt',
      'objections.decidedAt',
      'objections.personId',
      'objections.address',
      'people.name',
      'people.email',
      'people.unitId',
      'people.language as personLanguage',
      'lookups.lookedBy',
      'looker.name as lookBy',
      'lookups.role as lookRole',
      'lookups.purpose as lookPurpose',
      'lookups.lookedAt as lookAt',
    ])
}

/** What waits on the desk of whoever answers, the one due first at the top: when, never whose or what. */
export async function waitingFor(
  db: Db,
  viewer: Viewer,
): Promise<{ id: string; askedAt: Date; dueAt: Date }[]> {
  const open = await db
    .selectFrom('objections')
    .leftJoin('people', 'people.id', 'objections.personId')
    .select(['objections.id', 'objections.askedAt', 'objections.dueAt', 'people.unitId'])
    .where('objections.decidedAt', 'is', null)
    .orderBy('objections.dueAt')
    .execute()
  const places = new Map<string | null, boolean>()
  for (const { unitId } of open)
    if (!places.has(unitId)) places.set(unitId, mayRead(viewer, { lineage: await controllerOf(db, unitId) }))
  return open.filter(({ unitId }) => places.get(unitId)).map(({ unitId, ...objection }) => objection)
}
