import type { Db } from '#core/db/connect.ts'

/** Which of these numbers a body has in hand, with the custody of each. */
export async function inHandOf(
  db: Db,
  bodyId: string,
  numbers: readonly number[],
): Promise<
  { custodyId: string; matterId: string; number: number; title: string | null; language: string }[]
> {
  if (numbers.length === 0) return []
  return db
    .selectFrom('custody')
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .select([
      'custody.id as custodyId',
      'matters.id as matterId',
      'matters.number',
      'matters.title',
      'matters.language',
    ])
    .where('custody.bodyId', '=', bodyId)
    .where('custody.decidedAt', 'is', null)
    .where('matters.number', 'in', numbers)
    .orderBy('custody.dueAt')
    .execute()
}
