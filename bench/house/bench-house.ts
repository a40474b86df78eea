import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Terminal } from '#core/cli/command.ts'
import { progress } from '#core/cli/progress.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { connect, type Database } from '#core/db/connect.ts'
import { migrate } from '#core/db/migrate.ts'
import { startDatabase } from '#core/db/supervisor/start-database.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { growDemo } from '../../src/app/demo/grow-demo.ts'
import { settleDemo } from '../../src/app/demo/settle-demo.ts'
import { asOwner } from './as-owner.ts'
import { type Processor, parentOf, processorOf } from './processor.ts'

/** A demonstration of its own on the embedded database, with a web and a worker process as an operator starts them. */
export interface BenchHouse {
  database: Database
  /** As the database's owner: for bare tables beside ours. */
  url: string
  port: number
  /** Submissions it was grown to. */
  size(): number
  grow(size: number): Promise<void>
  /** What its processes have used so far. */
  processor(): Promise<Processor>
  /** Ids of its processes. */
  pids: Readonly<Record<keyof Processor, number>>
  close(): Promise<void>
}

const BASE_URL = 'http://127.0.0.1'

export async function openBenchHouse(folder: string, terminal: Terminal): Promise<BenchHouse> {
  const server = await startDatabase({ folder, log: (sentence) => terminal.err(sentence) })
  await migrate(server.url, path.join(projectRoot, 'db', 'migrations'))
  const database = connect({ url: server.url, most: 6 })
  const { db } = database
  if (!(await readHouse(db, BASE_URL)))
    await settleDemo(db, { baseUrl: BASE_URL, now: new Date(), themes: [] })
  let size = await grownTo(database)
  const port = await freePort()
  const web = await startPart('web', { url: server.url, port })
  const worker = await startPart('worker', { url: server.url, port })
  await untilReady(port)
  const pids = { web: web.pid ?? 0, worker: worker.pid ?? 0, database: await databasePid(database) }
  return {
    database,
    url: server.url,
    port,
    size: () => size,
    pids,
    processor: () => processorOf(pids),
    grow: async (wish) => {
      if (wish > size) await growTo(database, { size: wish, terminal })
      size = Math.max(size, wish)
      // What autovacuum does within minutes; a measurement does not wait for it.
      await asOwner(server.url, 'vacuum (analyze)')
    },
    close: async () => {
      for (const part of [web, worker]) await end(part)
      await database.close()
      await server.stop()
    },
  }
}

/** The server above all its backends. */
async function databasePid({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  return parentOf(rows[0]?.pid ?? 0)
}

async function grownTo({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) as count from submissions where source like 'large:%'`,
  )
  return rows[0]?.count ?? 0
}

async function growTo(
  database: Database,
  { size, terminal }: { size: number; terminal: Terminal },
): Promise<void> {
  const bar = progress(terminal, `growing to ${size.toLocaleString('en')}`, { total: size })
  const begun = performance.now()
  await growDemo(database, {
    size,
    now: new Date(),
    onProgress: ({ members, submissions }) =>
      bar.update(submissions, `${members.toLocaleString('en')} members`),
  })
  bar.finish()
  terminal.err(
    `Grown to ${size.toLocaleString('en')} in ${Math.round((performance.now() - begun) / 1000)} s.`,
  )
}

async function startPart(
  only: 'web' | 'worker',
  { url, port }: { url: string; port: number },
): Promise<ChildProcess> {
  const program = path.join(projectRoot, 'dist', 'cli.js')
  return spawn(process.execPath, [program, 'start', '--only', only, '--writes-per-minute', '100000000'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: `${BASE_URL}:${port}`,
      FOLKMOOT_LOG: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function end(part: ChildProcess): Promise<void> {
  if (part.exitCode !== null || part.signalCode !== null) return
  part.kill('SIGTERM')
  await once(part, 'exit')
}

const MOST_WAITS = 600

async function untilReady(port: number): Promise<void> {
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    const isReady = await fetch(`${BASE_URL}:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await pause(100)
  }
  throw new Error('The web process was not ready within a minute.')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
