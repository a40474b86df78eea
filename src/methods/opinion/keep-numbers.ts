import type { Grouping } from './choose-groups.ts'

/**
 * The number each group is to have so that groups keep theirs: each gets the number of the old group it shares most people
 * with, the biggest overlap choosing first; a group without an old one gets the lowest free number. `before` holds the old
 * group of each member, −1 for who is new.
 */
export function numbersKept({ labels, count }: Grouping, before: Int32Array): Int32Array {
  const shared = new Float64Array(count * count)
  labels.forEach((group, i) => {
    const old = before[i] ?? -1
    if (old >= 0 && old < count) shared[group * count + old] = (shared[group * count + old] ?? 0) + 1
  })
  const overlaps = Array.from(shared, (people, i) => ({
    group: Math.floor(i / count),
    old: i % count,
    people,
  }))
  overlaps.sort((a, b) => b.people - a.people || a.old - b.old || a.group - b.group)
  const numbers = new Int32Array(count).fill(-1)
  const taken = new Set<number>()
  for (const { group, old, people } of overlaps) {
    if (people === 0 || numbers[group] !== -1 || taken.has(old)) continue
    numbers[group] = old
    taken.add(old)
  }
  const free = Array.from(numbers.keys()).filter((number) => !taken.has(number))
  return numbers.map((number) => (number === -1 ? (free.shift() ?? 0) : number))
}
