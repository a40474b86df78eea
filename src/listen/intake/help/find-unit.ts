import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

export interface UnitFound {
  id: string
  slug: string
  name: string
}

/** The unit that somebody names in writing, by its name or its slug; null for none or for several. */
export async function unitNamed(db: Db, typed: string): Promise<UnitFound | null> {
  const name = typed.trim().toLowerCase()
  if (name === '') return null
  const units = await db
    .selectFrom('units')
    .select(['id', 'slug', 'name'])
    .where('closedOn', 'is', null)
    .where((eb) => eb.or([eb('slug', '=', name), eb(sql`lower(name)`, '=', name)]))
    .limit(2)
    .execute()
  return units.find(({ slug }) => slug === name) ?? (units.length === 1 ? (units[0] ?? null) : null)
}
