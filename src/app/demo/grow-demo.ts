import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { projectRoot } from '#core/config/project-root.ts'
import type { Database } from '#core/db/connect.ts'
import { sequenceEntries } from '#ground/record/sequence-entries.ts'

export interface Growth {
  /** Submissions; half as many members. */
  size: number
  now: Date
  /** Told after each piece, for a progress bar. */
  onProgress?(done: { members: number; submissions: number }): void
}

export interface Grown {
  submissions: number
  members: number
  entries: number
}

const MEMBERS_AT_ONCE = 25_000
const MATTERS_AT_ONCE = 5_000

/**
 * Makes a demonstration the size of a country by sets of rows (db/demo/large), through the same constraints and triggers as
 * everything else; entries get their places by the record's own sequencer. The same size on the same day gives the same
 * house. Cut off anywhere and run again, it goes on.
 */
export async function growDemo(database: Database, growth: Growth): Promise<Grown> {
  const { db, pool } = database
  const today = new Date(growth.now)
  today.setUTCHours(0, 0, 0, 0)
  const members = Math.ceil(growth.size / 2)
  const values = {
    total: growth.size,
    members,
    branches: branchesFor(growth.size),
    today: today.toISOString(),
  }
  const client = await pool.connect()
  try {
    const country = new Country(client, values)
    await country.settle()
    await country.addMembers(members, (done) => growth.onProgress?.({ members: done, submissions: 0 }))
    await country.addMatters(growth.size, async (done, next) => {
      growth.onProgress?.({ members, submissions: done })
      await Promise.all([next, sequenceAll(database, growth.now)])
    })
  } finally {
    // It holds temporary tables and functions that nobody else should meet.
    client.release(true)
  }
  await sequenceAll(database, growth.now)
  const entries = await db
    .selectFrom('checkpoints')
    .select((eb) => eb.fn.max('treeSize').as('size'))
    .executeTakeFirstOrThrow()
  return { submissions: growth.size, members, entries: entries.size ?? 0 }
}

/** Branches a constituency: some 650 bodies, 2,600 or 5,200. */
function branchesFor(size: number): number {
  if (size >= 500_000) return 7
  return size >= 50_000 ? 3 : 0
}

async function sequenceAll({ db }: Database, now: Date): Promise<void> {
  while ((await sequenceEntries(db, now)) > 0);
}

type Values = Readonly<Record<string, string | number>>

/** One connection with its temporary words and functions. */
class Country {
  readonly #client: pg.PoolClient
  readonly #values: Values

  constructor(client: pg.PoolClient, values: Values) {
    this.#client = client
    this.#values = values
  }

  async settle(): Promise<void> {
    await this.#client.query(`set statement_timeout = 0`)
    await this.#client.query(await textOf('start.sql', {}))
    await this.#run(['units.sql'], {})
    // The bodies are listed anew, with those just made.
    await this.#client.query('drop table large_bodies, large_counts')
    await this.#client.query(await textOf('start.sql', {}))
  }

  async addMembers(count: number, onDone: (done: number) => void): Promise<void> {
    const standing = await this.#count(
      `select count(*) as count from memberships where number like 'M-________'`,
    )
    for (let done = standing; done < count; done += MEMBERS_AT_ONCE) {
      const to = Math.min(done + MEMBERS_AT_ONCE, count)
      await this.#run(['members.sql'], { from: done + 1, to })
      onDone(to)
    }
  }

  /** `beside` gets the work under way and decides what else to wait for. */
  async addMatters(
    count: number,
    beside: (done: number, next: Promise<void>) => Promise<void>,
  ): Promise<void> {
    const standing = await this.#count(
      `select count(*) as count from submissions where source like 'large:%'`,
    )
    for (let done = standing; done < count; done += MATTERS_AT_ONCE) {
      const to = Math.min(done + MATTERS_AT_ONCE, count)
      await beside(done, this.#run(['matters.sql', 'entries.sql'], { from: done + 1, to }))
    }
  }

  async #count(question: string): Promise<number> {
    const { rows } = await this.#client.query<{ count: number }>(question)
    return rows[0]?.count ?? 0
  }

  /** Files one after the other in one transaction. */
  async #run(files: readonly string[], values: Values): Promise<void> {
    const texts = await Promise.all(files.map((file) => textOf(file, { ...this.#values, ...values })))
    await this.#client.query(`begin; ${texts.join('\n')} commit`)
  }
}

/** `:from` and the like are numbers and dates of our own: they need no parameters, which a file of several statements cannot have. */
async function textOf(file: string, values: Values): Promise<string> {
  const text = await readFile(path.join(projectRoot, 'db', 'demo', 'large', file), 'utf8')
  return text.replace(/(?<!:):([a-z]+)\b/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`db/demo/large/${file} asks for :${name}, which nobody gives.`)
    return typeof value === 'number' ? String(value) : `'${value}'`
  })
}
