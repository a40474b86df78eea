import { copyFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectRoot } from '#core/config/project-root.ts'
import { migrate } from '#core/db/migrate.ts'
import { onGround, throwAwayFolder } from './ground.ts'
import { faultsWhere, type Trial, type TrialReport } from './trial.ts'
import { freePort, startProcess } from './web-process.ts'

export const trial: Trial = {
  name: 'migrations',
  about: 'Migrations are applied to the busiest tables while 200 requests a second are served.',
  run: ({ isQuick, tell }) =>
    onGround(async ({ url: databaseUrl }) => {
      const web = await startProcess({ databaseUrl, only: 'web', port: await freePort() })
      const worker = await startProcess({ databaseUrl, only: 'worker', port: await freePort() })
      const house = { databaseUrl, ask: (asked: Asked) => askOver(web.url, asked) }
      try {
        return await migrateUnderLoad(house, { times: isQuick ? 1 : 10, between: A_SECOND, tell })
      } finally {
        await Promise.all([web.kill(), worker.kill()])
      }
    }),
}

/** A page, or a hand-in where there is a body. */
export interface Asked {
  path: string
  body?: object
}

/** What is asked while its database is migrated. */
export interface AskedHouse {
  databaseUrl: string
  ask(asked: Asked): Promise<{ status: number; text: string }>
}

/** Over real connections, kept open as browsers keep theirs. */
async function askOver(url: string, asked: Asked): Promise<{ status: number; text: string }> {
  const { body } = asked
  const reply = await fetch(`${url}${asked.path}`, {
    method: body ? 'POST' : 'GET',
    headers: body && { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  return { status: reply.status, text: await reply.text() }
}

const A_SECOND = 200
const BEATS = 20
const WARM_UP_ROUNDS = 5
const MOST_OPEN = 3 * A_SECOND

/** What later versions are likely to need, each of which asks for a lock that readers and writers stand in the way of. */
const CHANGES = [
  (at: number) => `alter table matters add column trial_${at} text`,
  (at: number) => `alter table custody add constraint trial_${at} check (promise_days > 0) not valid`,
  (at: number) => `create index trial_matters_${at} on matters (language, opened_at)`,
  (at: number) =>
    `create table trial_${at} (matter_id uuid primary key references matters (id), words text not null)`,
  (at: number) => `alter table matters drop column trial_${at - 4}`,
]

interface Migrating {
  times: number
  /** Requests answered before each round of migrations, and after the last. */
  between: number
  tell(sentence: string): void
}

/** Hand-ins, lists and stories at a steady beat from before the first migration until after the last. */
export async function migrateUnderLoad(
  house: AskedHouse,
  { times, between, tell }: Migrating,
): Promise<TrialReport> {
  const folder = await throwAwayFolder()
  const load = new Beat(house)
  try {
    await copyMigrations(folder)
    const running = load.run()
    // A process that just began is slow until its code is warm.
    await load.untilAnswered(between * WARM_UP_ROUNDS)
    load.countFromHere()
    let migrations = 0
    for (let time = 0; time < times; time += 1) {
      await load.untilAnswered(between)
      migrations += await addMigrations(folder, time * CHANGES.length)
      await migrate(house.databaseUrl, folder)
      tell(`${time + 1} of ${times}: ${migrations} migrations, ${load.count} requests`)
    }
    await load.untilAnswered(between)
    const seconds = load.stop()
    await running
    return {
      counts: {
        migrations,
        requests: load.count,
        'requests a second': Math.round(load.count / seconds),
        errors: load.errors,
      },
      faults: faultsWhere({ [`Requests failed while migrations ran: ${load.firstError}`]: load.errors > 0 }),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyMigrations(folder: string): Promise<void> {
  const from = path.join(projectRoot, 'db', 'migrations')
  for (const name of await readdir(from)) await copyFile(path.join(from, name), path.join(folder, name))
}

async function addMigrations(folder: string, first: number): Promise<number> {
  for (const [at, change] of CHANGES.entries()) {
    const place = first + at
    await writeFile(path.join(folder, `trial.${900 + place}-change.sql`), `${change(place)};\n`)
  }
  return CHANGES.length
}

/** Requests at a steady beat, whether the earlier ones were answered or not. */
class Beat {
  count = 0
  errors = 0
  firstError = ''
  readonly #house: AskedHouse
  #begun = performance.now()
  #beat = 0
  #isOver = false

  constructor(house: AskedHouse) {
    this.#house = house
  }

  async run(): Promise<void> {
    const open = new Set<Promise<void>>()
    for (; !this.#isOver; this.#beat += 1) {
      for (let at = 0; at < A_SECOND / BEATS; at += 1) {
        const asked = this.#ask(at).finally(() => open.delete(asked))
        open.add(asked)
      }
      // By the clock, so that what the beat itself takes makes none of the next ones late.
      const next = this.#begun + (this.#beat * 1_000) / BEATS
      await pause(Math.max(0, next - performance.now()))
      // A machine that cannot keep the beat keeps what it can: a queue without end would measure itself.
      while (open.size > MOST_OPEN) await Promise.race(open)
    }
    await Promise.all(open)
  }

  /** What was too much to begin with is not made up for. */
  countFromHere(): void {
    this.#begun = performance.now()
    this.#beat = 0
    this.count = 0
  }

  /** Answers the seconds it ran since it counts. */
  stop(): number {
    this.#isOver = true
    return (performance.now() - this.#begun) / 1_000
  }

  async untilAnswered(more: number): Promise<void> {
    const enough = this.count + more
    while (this.count < enough) await pause(20)
  }

  async #ask(at: number): Promise<void> {
    const reply = await this.#house
      .ask(
        at % 5 === 0
          ? { path: '/api/v1/submissions', body: HAND_IN }
          : { path: at % 2 === 0 ? '/submissions' : '/bodies/housing' },
      )
      .catch((error: unknown) => ({ status: 599, text: causeOf(error) }))
    this.count += 1
    if (reply.status < 400) return
    this.errors += 1
    this.firstError ||= `${reply.status} ${reply.text.slice(0, 200)}`
  }
}

const HAND_IN = {
  title: 'Mend the lamp at the stop',
  words: 'It has been dark since the clocks went back.',
  authorship: 'anonymous',
  to: 'housing',
}

/** What `fetch` itself says is only that it failed. */
function causeOf(error: unknown): string {
  return String(error instanceof Error ? (error.cause ?? error) : error)
}
