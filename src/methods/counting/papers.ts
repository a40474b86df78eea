/** A mark with this bit ranks its candidate equal with the mark before it. */
export const EQUAL = 0x8000
/** A mark with this bit follows a rank that the voter left out or gave to nobody clearly. */
export const GAP = 0x4000
/** The part of a mark that names the candidate. */
export const CANDIDATE = 0x3fff
/** In place of a candidate: several stood at this rank and the file does not say which. The paper ends here. */
export const OVERVOTE = 0x3fff

/**
 * The papers of one election, equal ones grouped. Group g ranks the candidates `marks[starts[g]] … marks[starts[g+1] - 1]`,
 * first preference first, and stands for `counts[g]` papers. A mark is the index of a candidate, with `EQUAL` where the
 * voter ranked it level with the one before and `GAP` where a rank is missing before it.
 */
export interface Papers {
  candidates: readonly string[]
  withdrawn: ReadonlySet<number>
  /** As the file says; a count may be told otherwise. */
  places: number | undefined
  title: string
  starts: Uint32Array
  marks: Uint16Array
  counts: Uint32Array
  /** Some paper has equal ranks, a gap or an overvote. */
  hasIrregularRanks: boolean
  /** Papers that carry no vote, by reason. They are no group. */
  spoiled: ReadonlyMap<string, number>
  /** Order of lots that the file gives (`[tie …]`), indexes of candidates. */
  lots?: readonly number[] | undefined
}

export interface PapersHead {
  candidates: readonly string[]
  withdrawn?: ReadonlySet<number>
  places?: number | undefined
  title?: string
  lots?: readonly number[] | undefined
}

/** Why a paper carries no vote; the words appear in reports. */
export const SPOILED = {
  blank: 'blank',
  noFirst: 'no first preference',
  twoFirst: 'more than one first preference',
  unreadable: 'unmarked or void for uncertainty',
  tooMany: 'more marks than places',
} as const

/** How many papers carry a vote. */
export function validPapers(papers: Papers): number {
  let sum = 0
  for (const count of papers.counts) sum += count
  return sum
}

export function spoiledPapers(papers: Papers): number {
  let sum = 0
  for (const count of papers.spoiled.values()) sum += count
  return sum
}

/** Name of a candidate by index, for words and reports. */
export function nameOf(papers: Papers, candidate: number): string {
  return papers.candidates[candidate] ?? `candidate ${candidate + 1}`
}
