/** A public answer as it was sent. */
export interface KeptPage {
  body: Buffer
  headers: Readonly<Record<string, string>>
  etag: string
  /** Whom it is about: public numbers it links to, and the words of its own address. */
  about: ReadonlySet<string>
}

const MOST_BYTES = 24_000_000
/** What a page takes beside its bytes, roughly. */
const OVERHEAD_BYTES = 2_000

/** Pages by what was asked for; the one that nobody asked for longest goes when there are too many. */
export class PageShelf<Page extends KeptPage> {
  readonly #pages = new Map<string, Page>()
  readonly #mostBytes: number
  #bytes = 0

  constructor({ mostBytes = MOST_BYTES }: { mostBytes?: number } = {}) {
    this.#mostBytes = mostBytes
  }

  get(key: string): Page | undefined {
    const page = this.#pages.get(key)
    if (!page) return undefined
    this.#pages.delete(key)
    this.#pages.set(key, page)
    return page
  }

  put(key: string, page: Page): void {
    this.#drop(key)
    this.#pages.set(key, page)
    this.#bytes += weightOf(page)
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#drop(oldest)
    }
  }

  /** Lets go of every page about this; null of all. */
  forget(name: string | null): void {
    for (const [key, { about }] of this.#pages) if (name === null || about.has(name)) this.#drop(key)
  }

  #drop(key: string): void {
    const page = this.#pages.get(key)
    if (!page) return
    this.#pages.delete(key)
    this.#bytes -= weightOf(page)
  }
}

const weightOf = ({ body, about }: KeptPage) => body.length + OVERHEAD_BYTES + about.size * 40
