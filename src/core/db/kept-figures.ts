import type { Db } from './connect.ts'
import { sharedByKey } from './shared-questions.ts'

const FRESH_MS = 60_000
const USABLE_MS = 600_000
const MOST_KEPT = 1_000

interface Kept<T> {
  figures: T
  countedAt: number
  /** A count under way, whose result nobody waits for. */
  next: Promise<unknown> | null
}

interface Asked<T> {
  key: string
  now: Date
  count(): Promise<T>
}

/**
 * Figures over so many rows that counting them anew for each reader would take a second: counted once a minute, by the way, while
 * readers are told the ones before. Where there are few (`isLarge` says) they are counted for each reader, and true to the moment.
 */
export class KeptFigures<T> {
  readonly #countTogether = sharedByKey<Asked<T>, T>(
    ({ key }) => key,
    (db, asked) => this.#count(db, asked),
  )
  readonly #houses = new WeakMap<Db, Map<string, Kept<T>>>()
  readonly #isLarge: (figures: T) => boolean

  constructor(isLarge: (figures: T) => boolean) {
    this.#isLarge = isLarge
  }

  async get(db: Db, asked: Asked<T>): Promise<T> {
    const kept = this.#of(db).get(asked.key)
    const age = kept ? asked.now.getTime() - kept.countedAt : Number.POSITIVE_INFINITY
    if (!kept || age >= USABLE_MS || age < 0) return this.#countTogether(db, asked)
    if (age >= FRESH_MS) kept.next ??= this.#count(db, asked).catch(() => this.#of(db).delete(asked.key))
    return kept.figures
  }

  async #count(db: Db, { key, now, count }: Asked<T>): Promise<T> {
    const figures = await count()
    const all = this.#of(db)
    all.delete(key)
    if (this.#isLarge(figures)) all.set(key, { figures, countedAt: now.getTime(), next: null })
    const [oldest] = all.keys()
    if (all.size > MOST_KEPT && oldest !== undefined) all.delete(oldest)
    return figures
  }

  #of(db: Db): Map<string, Kept<T>> {
    const all = this.#houses.get(db) ?? new Map<string, Kept<T>>()
    this.#houses.set(db, all)
    return all
  }
}
