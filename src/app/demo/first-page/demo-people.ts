import type { Db } from '#core/db/connect.ts'

/** A person of the demonstration; the handle is what stands before the @ of their address. */
export interface DemoPerson {
  handle: string
  name: string
  line: string
  unit: string | null
}

/** Everybody the demonstration lets one be, those of the first page first. */
export async function demoPeople(db: Db): Promise<DemoPerson[]> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('units', 'units.id', 'people.unitId')
    .select(['people.id', 'people.name', 'people.email', 'people.demoLine', 'units.name as unit'])
    .where('people.demoLine', 'is not', null)
    .orderBy('people.joinedAt')
    .orderBy('people.id')
    .execute()
  return rows.map(({ id, name, email, demoLine, unit }) => ({
    handle: email?.split('@')[0] ?? id,
    name,
    line: demoLine ?? '',
    unit,
  }))
}

/** Those whose name, line or unit has every word. */
export function peopleLike(people: readonly DemoPerson[], wanted: string): DemoPerson[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean)
  return people.filter(({ name, line, unit }) => {
    const told = plain(`${name} ${line} ${unit ?? ''}`)
    return words.every((word) => told.includes(word))
  })
}

/** Without accents: `dabrowska` finds Dąbrowska. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
