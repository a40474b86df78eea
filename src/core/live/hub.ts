import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Language } from '../i18n/languages.ts'
import type { Log } from '../log/log.ts'
import { CHANNEL } from './announce.ts'

const MAX_WAITING_BYTES = 1_000_000
/** A line that says nothing for so long may be dead; whoever waits for it does without. */
const PATIENCE_MS = 250

/** One reader's open connection. */
export interface Listener {
  language: Language
  write(text: string): void
  /** Bytes the connection has not taken yet; a listener too far behind is let go. */
  waitingBytes(): number
  end(): void
}

/** Renders a topic's fragment, once a language, for all its listeners. Null when there is nothing to show. */
export type RenderTopic = (topic: string, language: Language) => Promise<string | null>

/** Who else on this process must know of every change, followed or not. */
export interface Overhearer {
  forget(topic: string): void
  /** Whether news may be missed from now on. */
  setDeaf(isDeaf: boolean): void
}

/** Holds one LISTEN connection and hands each change to the listeners of its topic. */
export class LiveHub {
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #render: RenderTopic
  readonly #log: Log
  readonly #overhearer: Overhearer | null
  #client: pg.Client | null = null
  /** The same while it answers promptly. */
  #prompt: pg.Client | null = null
  #isClosed = false
  #catching: Promise<boolean> | null = null
  #nextCatch: Promise<boolean> | null = null

  constructor({ render, log, overhearer }: { render: RenderTopic; log: Log; overhearer?: Overhearer }) {
    this.#render = render
    this.#log = log
    this.#overhearer = overhearer ?? null
  }

  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, set) => sum + set.size, 0)
  }

  follow(topic: string, listener: Listener): () => void {
    const set = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, set.add(listener))
    return () => {
      set.delete(listener)
      if (set.size === 0) this.#listeners.delete(topic)
    }
  }

  /** Listens until closed; a lost connection is made anew, and every topic is told, since news may have been missed. */
  async listen(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: 'folkmoot live' })
    client.on('notification', (news) => void this.tell(news.payload ?? ''))
    client.on('error', () => {})
    await client.connect()
    // Only now: a client that never got through says that it ended too, and each such word would begin another search.
    client.on('end', () => void this.#listenAgain(url))
    await client.query(`listen ${CHANNEL}`)
    this.#overhearer?.setDeaf(false)
    this.#client = client
    this.#prompt = client
  }

  /**
   * Whether everything committed before this call has been heard by now; false while it cannot be known. PostgreSQL hands a
   * listener all its news before it says that a question is answered (protocol 3.0, ReadyForQuery). Those who come while one is
   * asked share the next.
   */
  catchUp(): Promise<boolean> {
    this.#nextCatch ??= (this.#catching ?? Promise.resolve(true)).then(() => {
      this.#catching = this.#nextCatch
      this.#nextCatch = null
      return this.#isCaughtUp()
    })
    return this.#nextCatch
  }

  async #isCaughtUp(): Promise<boolean> {
    const client = this.#prompt
    if (!client) return false
    this.#prompt = null
    const answered = client.query('select 1').then(
      () => {
        // Lost meanwhile, it is another by now, or none.
        if (this.#client === client) this.#prompt = client
        return this.#client === client
      },
      () => false,
    )
    const waited = new AbortController()
    const isAnswered = await Promise.race([
      answered,
      pause(PATIENCE_MS, false, { signal: waited.signal }).catch(() => false),
    ])
    waited.abort()
    return isAnswered
  }

  async #listenAgain(url: string): Promise<void> {
    this.#client = null
    this.#prompt = null
    this.#overhearer?.setDeaf(true)
    while (!this.#isClosed) {
      await pause(500)
      const isBack = await this.listen(url).then(
        () => true,
        () => false,
      )
      if (isBack) return this.tellAll()
    }
  }

  /** After a line was lost: news may have been missed. */
  async tellAll(): Promise<void> {
    this.#overhearer?.setDeaf(false)
    for (const topic of this.#listeners.keys()) await this.tell(topic)
  }

  /** Renders a topic once a language and writes the same bytes to all who follow it. */
  async tell(topic: string): Promise<void> {
    this.#overhearer?.forget(topic)
    const listeners = this.#listeners.get(topic)
    if (!listeners) return
    const languages = new Set([...listeners].map((listener) => listener.language))
    for (const language of languages) {
      const fragment = await this.#render(topic, language).catch(() => null)
      if (fragment === null) this.#log.warn({ topic }, 'a live fragment could not be rendered')
      else
        this.#write(
          [...listeners].filter((listener) => listener.language === language),
          asEvent(fragment),
        )
    }
  }

  #write(listeners: readonly Listener[], event: string): void {
    for (const listener of listeners) {
      if (listener.waitingBytes() > MAX_WAITING_BYTES) listener.end()
      else listener.write(event)
    }
  }

  /** Ends every reader's line; browsers come back by themselves within seconds, to whichever process is there. */
  sendAway(): void {
    for (const set of this.#listeners.values()) for (const listener of set) listener.end()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.sendAway()
    await this.#client?.end()
  }
}

/** The wire form of a server-sent event (WHATWG HTML, section 9.2). */
function asEvent(fragment: string): string {
  return `event: changed\n${fragment
    .split('\n')
    .map((line) => `data: ${line}`)
    .join('\n')}\n\n`
}
