const MOST = 100

/**
 * What is dear to make and the same for everybody as long as its key is: a published result never changes. The key names
 * everything it depends on, so nothing here ever has to be let go for being wrong; the oldest goes when there are too many. Who
 * comes while it is being made waits for the same: a storm of readers makes it once.
 */
export class KeptThings<T> {
  readonly #kept = new Map<string, Promise<T>>()

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    const made = make()
    this.#kept.set(key, made)
    // What failed is tried again by the next who comes.
    made.catch(() => this.#kept.delete(key))
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest)
    return made
  }
}
