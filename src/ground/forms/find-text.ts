import type { Db } from '#core/db/connect.ts'

/** A published text that may have further forms, with the bodies whose clerks may add them. */
export interface Text {
  id: string
  number: number
  kind: string
  title: string | null
  language: string
  places: readonly { bodyId: string; lineage: readonly string[] }[]
}

/** The public matter of a number; null for one that nobody can read. */
export async function findText(db: Db, number: string | undefined): Promise<Text | null> {
  if (number === undefined || !/^[1-9]\d{0,14}$/.test(number)) return null
  const matter = await db
    .selectFrom('matters')
    .select(['id', 'number', 'kind', 'title', 'language', 'parentId'])
    .where('number', '=', Number(number))
    .where('visibility', '=', 'public')
    .executeTakeFirst()
  if (!matter) return null
  const { parentId, ...text } = matter
  return { ...text, places: await placesOf(db, parentId ?? text.id) }
}

/** Of the body that has it, or had it last, and of the front desk. */
async function placesOf(db: Db, matterId: string): Promise<{ bodyId: string; lineage: string[] }[]> {
  const places = db
    .selectFrom('bodies')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .select(['bodies.id as bodyId', 'units.lineage'])
  const [last, desks] = await Promise.all([
    places
      .innerJoin('custody', 'custody.bodyId', 'bodies.id')
      .where('custody.matterId', '=', matterId)
      .orderBy('custody.receivedAt', 'desc')
      .limit(1)
      .execute(),
    places.where('bodies.isFrontDesk', '=', true).execute(),
  ])
  return [...last, ...desks]
}
