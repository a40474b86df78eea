/** One way of trying the house hard. Each makes what it needs, and removes it. */
export interface Trial {
  name: string
  /** One line for the list. */
  about: string
  run(task: TrialTask): Promise<TrialReport>
}

export interface TrialTask {
  /** A tenth or less of the full counts, to see whether the trial itself works. */
  isQuick: boolean
  /** The same seed tries the same things. */
  seed: number
  /** Told how far it has come, for whoever watches. */
  tell(sentence: string): void
}

export interface TrialReport {
  /** What was counted, each in words that stand alone. */
  counts: Readonly<Record<string, number>>
  /** What must not have been, a sentence each; none when the trial was passed. */
  faults: readonly string[]
  /** Why it could not be tried here. */
  skipped?: string
}

/** The sentences whose condition holds: `faultsWhere({ 'A hand-in was lost.': lost > 0 })`. */
export function faultsWhere(conditions: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(conditions).flatMap(([sentence, isSo]) => (isSo ? [sentence] : []))
}

/** A small generator with a seed (mulberry32), from 0 up to 1, so that a run can be had again. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
