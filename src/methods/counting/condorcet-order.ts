import type { CountRequest } from './count-request.ts'
import { nameOf } from './papers.ts'
import type { Tie } from './result.ts'

/** Whether the method puts a above b. It has no circle, so among any candidates somebody is unbeaten. */
export type Beats = (a: number, b: number) => boolean

/** Best first: again and again somebody whom nobody left beats; of several such, whom the lot draws first. */
export function orderByBeats(
  { papers, places, lots }: CountRequest,
  standing: readonly number[],
  { beats, ties }: { beats: Beats; ties: Tie[] },
): number[] {
  const left = new Set(standing)
  const order: number[] = []
  while (left.size > 0) {
    const unbeaten = [...left].filter((a) => ![...left].some((b) => beats(b, a)))
    const drawn =
      unbeaten.length > 1 ? lots.order().find((candidate) => unbeaten.includes(candidate)) : undefined
    const next = drawn ?? unbeaten[0] ?? 0
    if (unbeaten.length > 1 && order.length < places)
      ties.push({
        between: unbeaten.map((candidate) => nameOf(papers, candidate)),
        purpose: 'next in the order',
        chosen: nameOf(papers, next),
        decidedBy: `lot (${lots.source})`,
      })
    order.push(next)
    left.delete(next)
  }
  return order
}
