import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, type Db } from '#core/db/connect.ts'

const MOST_WAITS = 6_000
const LONGEST_ANSWER_MS = 20_000
const MOST_TRIES = 600

/** What is sent again and again, each time with a key of its own that stands in its words. */
export interface Sent {
  path: string
  bodyOf(key: string): object
  /** What the database holds of it. */
  held(db: Db): Promise<{ key: string; number: number }[]>
}

/** Many askers who note what they were told; one without a good answer sends the same again, with its key, as people do. */
export class HandInLoad {
  /** The numbers that were acknowledged, by key. */
  readonly numbers = new Map<string, number>()
  /** Keys without a good answer until now: taken or not, the asker cannot know. */
  readonly #open = new Set<string>()
  /** Keys whose outcome was unknown at least once. */
  readonly unknown = new Set<string>()
  /** How often each answer came: a status, or “cut off”. */
  readonly answers = new Map<string, number>()
  /** Refusals that were no sentence, or did not say when to come again. */
  readonly unclear: string[] = []
  /** Keys that were told two numbers. */
  toldTwice = 0
  lastFailure = ''
  /** How many were acknowledged in each second. */
  readonly #perSecond = new Map<number, number>()
  readonly #url: string
  readonly #sent: Sent
  #isOver = false

  constructor(url: string, sent: Sent = submissions) {
    this.#url = url
    this.#sent = sent
  }

  /** The most that were acknowledged within one second. */
  get peak(): number {
    return Math.max(0, ...this.#perSecond.values())
  }

  /** Hands in with so many askers until `stop`; each asks again as soon as it is answered. */
  async run(askers: number): Promise<void> {
    await Promise.all(Array.from({ length: askers }, () => this.#runOne()))
  }

  stop(): void {
    this.#isOver = true
  }

  /** Waits until that many more were acknowledged, so that a fault always meets work under way. */
  async untilAcknowledged(more: number): Promise<void> {
    const enough = this.numbers.size + more
    await this.until(() => this.numbers.size >= enough)
  }

  async until(isSo: () => boolean): Promise<void> {
    let [waits, last] = [0, this.numbers.size]
    for (; !isSo(); waits += 1) {
      if (this.numbers.size > last) [waits, last] = [0, this.numbers.size]
      if (waits > MOST_WAITS) throw new Error(`For a minute nothing went on: ${this.lastFailure}`)
      await pause(10)
    }
  }

  /** What was still without an answer when the load stopped is sent again until it has one. */
  async sendUnknownAgain(): Promise<void> {
    for (const key of [...this.#open]) {
      for (let tries = 0; !(await this.#send(key)); tries += 1) {
        if (tries > MOST_TRIES)
          throw new Error(`Sent again for a minute, still without a good answer: ${this.lastFailure}`)
        await pause(100)
      }
    }
  }

  async #runOne(): Promise<void> {
    while (!this.#isOver) {
      const key = randomUUID()
      while (!(await this.#send(key)) && !this.#isOver) await pause(50)
    }
  }

  async #send(key: string): Promise<boolean> {
    const reply = await this.#ask(key)
    const heard = typeof reply === 'string' ? 'cut off' : String(reply.status)
    this.answers.set(heard, (this.answers.get(heard) ?? 0) + 1)
    if (typeof reply !== 'string' && reply.status === 201) {
      this.#acknowledge(key, reply.number)
      return true
    }
    this.lastFailure = typeof reply === 'string' ? reply : `${heard} ${reply.title}`
    if (typeof reply !== 'string' && !reply.isClear) this.unclear.push(this.lastFailure)
    this.unknown.add(key)
    this.#open.add(key)
    return false
  }

  #acknowledge(key: string, number: number): void {
    if ((this.numbers.get(key) ?? number) !== number) this.toldTwice += 1
    this.numbers.set(key, number)
    this.#open.delete(key)
    const second = Math.floor(performance.now() / 1000)
    this.#perSecond.set(second, (this.#perSecond.get(second) ?? 0) + 1)
  }

  /** What was answered, or in a word why nothing was. */
  async #ask(key: string): Promise<string | Heard> {
    try {
      const reply = await fetch(`${this.#url}${this.#sent.path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(this.#sent.bodyOf(key)),
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      })
      const { number = 0, title = '' } = readAnswer(await reply.text())
      const isLater = reply.status !== 503 || reply.headers.has('retry-after')
      return { status: reply.status, number, title, isClear: isLater && title.length > 20 }
    } catch (error) {
      return error instanceof Error ? `${error.message} ${error.cause ?? ''}`.trim() : 'failed'
    }
  }
}

export const submissions: Sent = {
  path: '/api/v1/submissions',
  bodyOf: (key) => ({
    title: `Trial ${key}`,
    words: 'Handed in while things break.',
    authorship: 'anonymous',
    to: 'housing',
  }),
  held: async (db) => {
    const rows = await db
      .selectFrom('matters')
      .select(['number', 'title'])
      .where('title', 'like', 'Trial %')
      .execute()
    return rows.map(({ number, title }) => ({ number, key: title?.slice('Trial '.length) ?? '' }))
  },
}

interface Heard {
  status: number
  number: number
  title: string
  isClear: boolean
}

/** Our answers are JSON; what stands before us may answer with a page of its own, which is its title here. */
function readAnswer(text: string): { number?: number; title?: string } {
  try {
    return JSON.parse(text)
  } catch {
    return { title: text.slice(0, 200) }
  }
}

/** What the database holds of a load: acknowledged and not there; keys that stand for two. */
export async function compareWithLoad(
  databaseUrl: string,
  load: Pick<HandInLoad, 'numbers' | 'toldTwice'>,
  { held }: Pick<Sent, 'held'> = submissions,
): Promise<{ lost: number; doubled: number }> {
  const { db, close } = connect({ url: databaseUrl, most: 2 })
  try {
    const byKey = Map.groupBy(await held(db), ({ key }) => key)
    const isThere = (key: string, number: number) => byKey.get(key)?.some((row) => row.number === number)
    const lost = [...load.numbers].filter(([key, number]) => !isThere(key, number)).length
    const doubled = [...byKey.values()].filter((same) => same.length > 1).length
    return { lost, doubled: doubled + load.toldTwice }
  } finally {
    await close()
  }
}
