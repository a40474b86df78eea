import type { Person } from './pool.ts'
import type { Profile } from './profiles.ts'
import { type Stream, shuffled } from './stream.ts'

/**
 * Who of each profile sits on which panel. Turns go round: each profile has a queue in an order drawn from the stream,
 * whoever is taken goes to its end; so two people of a profile differ by one panel at most. With households, whoever
 * lives with a person already on the panel waits at the head, and may come to differ by a little more.
 *
 * @param panels members by profile
 * @returns places in the pool, ascending, panel by panel
 */
export function seatPeople(
  { pool, profiles }: { pool: readonly Person[]; profiles: readonly Profile[] },
  panels: readonly Int32Array[],
  stream: Stream,
): number[][] {
  const queues = profiles.map(({ members }) => shuffled(members, stream))
  return panels.map((counts) => {
    const households = new Set<string>()
    const panel = Array.from(counts).flatMap((count, profile) =>
      count === 0 ? [] : takeTurns(queues[profile] ?? [], count, { pool, households }),
    )
    return panel.sort((one, other) => one - other)
  })
}

interface Seating {
  pool: readonly Person[]
  households: Set<string>
}

function takeTurns(queue: number[], count: number, { pool, households }: Seating): number[] {
  const taken: number[] = []
  let index = 0
  while (taken.length < count && index < queue.length) {
    const place = queue[index] ?? 0
    const household = pool[place]?.household
    if (household !== undefined && households.has(household)) {
      index++
      continue
    }
    if (household !== undefined) households.add(household)
    queue.splice(index, 1)
    taken.push(place)
  }
  queue.push(...taken)
  return taken
}
