import type { Tx } from '#core/db/connect.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Gathering } from './find-gathering.ts'

/** Fewer than this are never told as a number: a handful in a small place could be named by their neighbours. */
export const FEWEST_TOLD = 5

/** Says how many were there; counting again replaces it, and each count is an entry. Saying the same again changes nothing. */
export async function countPeople(
  tx: Tx,
  { gathering, people, now }: { gathering: Gathering; people: number; now: Date },
): Promise<void> {
  const { id, number, bodyId } = gathering
  const changed = await tx
    .updateTable('gatherings')
    .set({ peopleThere: people, changedAt: now })
    .where('id', '=', id)
    .where('peopleThere', 'is distinct from', people)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return
  await announceChange(tx, `gathering:${number}`)
  const told = people < FEWEST_TOLD ? `fewer than ${FEWEST_TOLD}` : people
  await appendEntry(tx, {
    kind: 'gathering.counted',
    at: now,
    workId: id,
    bodyId: bodyId ?? undefined,
    publicWords: { number, people: told },
  })
}

/** The count as programs read it: a number, or `fewer than 5`; null while nobody counted. */
export function headcountAsJson(people: number | null): number | string | null {
  return people !== null && people < FEWEST_TOLD ? `fewer than ${FEWEST_TOLD}` : people
}
