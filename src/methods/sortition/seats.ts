import type { Person } from './pool.ts'
import type { Profile } from './profiles.ts'
import { type Stream, shuffled } from './stream.ts'

/**
 * Who of each profile sits on which panel. Turns go round: each profile has a queue in an order drawn from the stream,
 * whoever is taken goes to its end; so two people of a profile differ by one panel at most. With households, whoever
 * lives with a person already on the panel waits at the head; what that leaves unequal is evened out at the end, as far
 * as homes allow.
 *
 * @param panels members by profile
 * @returns places in the pool, ascending, panel by panel
 */
export function seatPeople(
  { pool, profiles }: { pool: readonly Person[]; profiles: readonly Profile[] },
  panels: readonly Int32Array[],
  stream: Stream,
): number[][] {
  const queues = profiles.map(({ members }): Queue => ({ order: shuffled(members, stream), head: 0 }))
  const seated = panels.map((counts) => {
    const households = new Set<string>()
    const panel = Array.from(counts).flatMap((count, profile) =>
      count === 0 ? [] : takeTurns(queues[profile] ?? { order: [], head: 0 }, count, { pool, households }),
    )
    return new Set(panel)
  })
  for (const { members, home } of profiles) if (home !== '') evenOut(members, { pool, panels: seated })
  return seated.map((panel) => [...panel].sort((one, other) => one - other))
}

interface Seating {
  pool: readonly Person[]
  households: Set<string>
}

/** Whoever is before `head` has been taken; the array is cut only now and then, so that a turn costs what it takes. */
interface Queue {
  order: number[]
  head: number
}

function takeTurns(queue: Queue, count: number, { pool, households }: Seating): number[] {
  const { order } = queue
  const taken: number[] = []
  let index = queue.head
  while (taken.length < count && index < order.length) {
    const place = order[index] ?? 0
    const household = pool[place]?.household
    if (household !== undefined && households.has(household)) {
      index++
      continue
    }
    if (household !== undefined) households.add(household)
    // Those who wait for their home keep the head, in their order.
    order.copyWithin(queue.head + 1, queue.head, index)
    queue.head++
    index++
    taken.push(place)
  }
  order.push(...taken)
  if (queue.head > order.length / 2) {
    order.splice(0, queue.head)
    queue.head = 0
  }
  return taken
}

/** Gives seats of those who hold most to those who hold fewest, where nobody of that home sits, until all are even. */
function evenOut(
  members: readonly number[],
  { pool, panels }: { pool: readonly Person[]; panels: readonly Set<number>[] },
) {
  const held = new Map(members.map((place) => [place, panels.filter((panel) => panel.has(place)).length]))
  for (;;) {
    const order = [...held].sort(([, one], [, other]) => one - other)
    const swap = order.flatMap(([poor, few]) =>
      order
        .filter(([rich, many]) => many > few + 1 && rich !== poor)
        .map(([rich]) => ({
          poor,
          rich,
          panel: panels.find((panel) => mayPass(panel, { rich, poor, pool })),
        })),
    )
    const found = swap.find(({ panel }) => panel !== undefined)
    if (!found?.panel) return
    found.panel.delete(found.rich)
    found.panel.add(found.poor)
    held.set(found.rich, (held.get(found.rich) ?? 0) - 1)
    held.set(found.poor, (held.get(found.poor) ?? 0) + 1)
  }
}

function mayPass(
  panel: ReadonlySet<number>,
  { rich, poor, pool }: { rich: number; poor: number; pool: readonly Person[] },
) {
  if (!panel.has(rich) || panel.has(poor)) return false
  const home = pool[poor]?.household
  return [...panel].every((place) => place === rich || pool[place]?.household !== home)
}
