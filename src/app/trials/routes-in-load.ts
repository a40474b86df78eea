import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import nodemailer from 'nodemailer'

const AGAIN_MS = 100
const LONGEST_MS = 20_000
const ROWS = 60

/** A mail server of the world: it gives a mail up only once it heard that it was kept, and sends the same bytes until then. */
export class MailLoad {
  /** Mails that the door said it had kept. */
  readonly kept = new Set<string>()
  /** Times the line broke or the door was away. */
  failures = 0
  isOver = false
  readonly #door: { port: number; to: string }

  constructor(door: { port: number; to: string }) {
    this.#door = door
  }

  /** One mail after the other until it is over; the one under way is sent to its end. */
  async run(): Promise<void> {
    while (!this.isOver) {
      const mail = randomUUID()
      while (!(await this.#send(mail))) await pause(AGAIN_MS)
      this.kept.add(mail)
    }
  }

  async #send(mail: string): Promise<boolean> {
    const { port, to } = this.#door
    const line = { host: '127.0.0.1', port, ignoreTLS: true, socketTimeout: LONGEST_MS }
    const transport = nodemailer.createTransport(line)
    const from = `${mail}@trial.example`
    const text = `Trial ${mail} by mail while things break, so that nothing of it may be lost.`
    try {
      await transport.sendMail({ from, to, subject: 'Trial', text, messageId: `<${from}>`, date: SENT })
      return true
    } catch {
      this.failures += 1
      return false
    } finally {
      transport.close()
    }
  }
}

const SENT = new Date('2026-01-01T00:00:00Z')

interface Told {
  rows: { row: number; ok: boolean; number: number }[]
}

/** A helper's device: rows are sent, with those that were not told of yet, until each has its number; whole, or cut off half-way. */
export class SheetLoad {
  /** The number each row was told, by sheet and row. */
  readonly numbers = new Map<string, number>()
  /** Rows that were told two numbers, or were refused. */
  wrong = 0
  failures = 0
  isOver = false
  readonly #url: string
  readonly #person: string
  readonly #call: number
  #cookie = ''
  #sheet = ''

  constructor({ url, person, call }: { url: string; person: string; call: number }) {
    this.#url = url
    this.#person = person
    this.#call = call
  }

  /** Sheet after sheet, three rows at a time, those before them once more, as a device does that did not hear of them. */
  async run(): Promise<void> {
    while (!this.isOver) {
      this.#sheet = randomUUID()
      for (let last = 3; !this.isOver && last <= ROWS; last += 3)
        while (!(await this.#send(last))) await pause(AGAIN_MS)
    }
  }

  async #send(last: number): Promise<boolean> {
    const from = Math.max(1, last - 8)
    const rows = Array.from({ length: last - from + 1 }, (_, at) => this.#row(from + at))
    try {
      if (this.#cookie === '') await this.#signIn()
      const reply = await this.#post(`/calls/${this.#call}/sheet`, {
        consent: 'spoken',
        sheet: this.#sheet,
        rows,
      })
      if (reply.status !== 200) throw new Error(`The sheet was answered ${reply.status}.`)
      for (const told of ((await reply.json()) as Told).rows) this.#hear(told)
      return true
    } catch {
      this.failures += 1
      return false
    }
  }

  #row(row: number) {
    return {
      row,
      cells: { '1': `Trial ${this.#sheet} row ${row} of a meeting’s sheet, typed while things break.` },
    }
  }

  #hear({ row, ok, number }: Told['rows'][number]): void {
    const key = `${this.#sheet} row ${row}`
    if (!ok || (this.numbers.get(key) ?? number) !== number) this.wrong += 1
    this.numbers.set(key, number)
  }

  async #signIn(): Promise<void> {
    const reply = await this.#post('/demo/sign-in', { person: this.#person })
    this.#cookie = reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }

  #post(path: string, body: object): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', cookie: this.#cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(LONGEST_MS),
    })
  }
}
