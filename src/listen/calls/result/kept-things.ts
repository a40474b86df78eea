const MOST = 100

/**
 * What is dear to make and the same for everybody as long as its key is: a published result never changes. The key names
 * everything it depends on, so nothing here ever has to be let go for being wrong; the oldest goes when there are too many.
 */
export class KeptThings<T> {
  readonly #kept = new Map<string, T>()

  async get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    const made = await make()
    this.#kept.set(key, made)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest)
    return made
  }
}
