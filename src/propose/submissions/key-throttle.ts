const MOST_WRONG = 10
const WINDOW_MS = 15 * 60_000
const MOST_NUMBERS = 10_000

/**
 * Slows whoever tries follow-up keys on one number: ten wrong ones in a quarter of an hour, then a wait. In memory alone,
 * so that no table holds who tried what; 80 random bits are out of reach of guessing with or without it.
 */
export class KeyThrottle {
  readonly #wrong = new Map<string, { count: number; since: number }>()

  /** Seconds to wait before this number takes another key; 0 when it takes one now. */
  secondsToWait(number: string, now: Date): number {
    const tries = this.#wrong.get(number)
    if (!tries || tries.count < MOST_WRONG) return 0
    const left = tries.since + WINDOW_MS - now.getTime()
    if (left > 0) return Math.ceil(left / 1000)
    this.#wrong.delete(number)
    return 0
  }

  wasWrong(number: string, now: Date): void {
    const tries = this.#wrong.get(number)
    const isFresh = tries !== undefined && now.getTime() - tries.since < WINDOW_MS
    const [oldest] = this.#wrong.keys()
    if (!tries && this.#wrong.size >= MOST_NUMBERS && oldest !== undefined) this.#wrong.delete(oldest)
    this.#wrong.set(
      number,
      isFresh ? { ...tries, count: tries.count + 1 } : { count: 1, since: now.getTime() },
    )
  }
}
