import type { Lots } from './lots.ts'
import type { Papers } from './papers.ts'
import type { GroupMinimum } from './stv/groups.ts'

/** What every rule book is given. A count changes none of it. */
export interface CountRequest {
  papers: Papers
  places: number
  lots: Lots
  /** Minimum places for groups. Rules that cannot keep them refuse a request with any. */
  minimums: readonly GroupMinimum[]
}
