import type { TestHouse } from './open-test-house.ts'

/** The public words of every entry of a kind, oldest first. */
export async function publicWordsOf(
  { db }: Pick<TestHouse, 'db'>,
  kind: string,
): Promise<Record<string, unknown>[]> {
  const rows = await db
    .selectFrom('entries')
    .innerJoin('sealed', 'sealed.entryId', 'entries.id')
    .select('sealed.content')
    .where('kind', '=', kind)
    .where('part', '=', 'public')
    .orderBy('entries.id')
    .execute()
  return rows.map(({ content }) => JSON.parse(content) as Record<string, unknown>)
}
