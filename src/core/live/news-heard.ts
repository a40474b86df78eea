/** The channel's word for more than can be named one by one. */
const EVERYTHING = 'everything'
/** Longer than any page takes to make: news older than this can no longer be missed by one under way. */
const NEWS_MS = 120_000

/** What was told of lately, and whether anything can be heard at all; moments are milliseconds of `performance.now()`. */
export class NewsHeard {
  readonly #toldAt = new Map<string, number>()
  #allToldAt = 0
  #isDeaf = false

  /** The name in a topic (`story:2417`, `body:housing`), null where it is everything. */
  hear(topic: string): string | null {
    const name = topic.slice(topic.indexOf(':') + 1)
    const now = performance.now()
    if (name === EVERYTHING) {
      this.#allToldAt = now
      return null
    }
    this.#toldAt.delete(name)
    this.#toldAt.set(name, now)
    for (const [old, at] of this.#toldAt) {
      if (now - at < NEWS_MS) break
      this.#toldAt.delete(old)
    }
    return name
  }

  /** While no news can be heard, anything may have happened. */
  setDeaf(isDeaf: boolean): void {
    this.#isDeaf = isDeaf
    this.#allToldAt = performance.now()
  }

  /** Whether any of these may have changed since: what was begun then may have been made of what was there before. */
  isToldSince(moment: number, names: ReadonlySet<string>): boolean {
    if (this.#isDeaf || this.#allToldAt >= moment) return true
    for (const name of names) if ((this.#toldAt.get(name) ?? 0) >= moment) return true
    return false
  }
}
