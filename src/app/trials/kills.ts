import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from '#core/db/connect.ts'
import { freePort, startProcess, type WebProcess } from './web-process.ts'

export interface KillsTask {
  databaseUrl: string
  kills: number
  clients: number
  /** Ends the database at once, as a power cut would; it comes back by itself. */
  killDatabase(): void
  /** Told of each kill, for whoever watches. */
  tell?(sentence: string): void
  /** 0 up to 1, seeded: when and what is killed. */
  chance(): number
}

export interface KillsReport {
  acknowledged: number
  /** Cut off before an answer came: taken or not, the asker cannot know. */
  unknown: number
  /** Acknowledged, and not there afterwards. */
  lost: number
  /** Keys that stand for more than one submission, or got two different numbers. */
  doubled: number
  kills: { web: number; worker: number; database: number }
}

/**
 * Hands in under load while web, worker and database are killed with SIGKILL at random moments; afterwards every hand-in
 * whose outcome is unknown is sent again with its key, and the database is asked what is there.
 */
export async function killUnderLoad(task: KillsTask): Promise<KillsReport> {
  const port = await freePort()
  const parts = {
    web: await startProcess({ ...task, only: 'web', port }),
    worker: await startProcess({ ...task, only: 'worker', port }),
  }
  const load = new Load(parts.web.url)
  const clients = Array.from({ length: task.clients }, () => load.run())
  const kills = { web: 0, worker: 0, database: 0 }
  for (let kill = 0; kill < task.kills; kill += 1) {
    await load.untilAcknowledged(task.clients)
    await pause(20 + task.chance() * 200)
    const victim = VICTIMS[kill % VICTIMS.length] ?? 'web'
    kills[victim] += 1
    task.tell?.(`${kill + 1}: ${victim}, ${load.numbers.size} acknowledged`)
    if (victim === 'database') task.killDatabase()
    else parts[victim] = await replace(parts[victim], { ...task, only: victim, port })
  }
  await load.untilAcknowledged(task.clients)
  load.stop()
  await Promise.all(clients)
  const unknown = load.unknown.size
  await load.sendUnknownAgain()
  await Promise.all([parts.web.kill(), parts.worker.kill()])
  return { acknowledged: load.numbers.size, unknown, kills, ...(await compare(task.databaseUrl, load)) }
}

const VICTIMS = ['web', 'database', 'worker'] as const

async function replace(part: WebProcess, again: Parameters<typeof startProcess>[0]): Promise<WebProcess> {
  await part.kill()
  return startProcess(again)
}

const MOST_WAITS = 3_000

/** Many askers, each with a key a hand-in, who note what they were told. */
class Load {
  readonly numbers = new Map<string, number>()
  readonly unknown = new Set<string>()
  doubled = 0
  lastFailure = ''
  readonly #url: string
  #isOver = false

  constructor(url: string) {
    this.#url = url
  }

  stop(): void {
    this.#isOver = true
  }

  async run(): Promise<void> {
    while (!this.#isOver) {
      const isAnswered = await this.#send(randomUUID())
      if (!isAnswered) await pause(50)
    }
  }

  /** Waits until that many more were acknowledged, so that a kill always meets work under way. */
  async untilAcknowledged(more: number): Promise<void> {
    const enough = this.numbers.size + more
    for (let waits = 0; this.numbers.size < enough; waits += 1) {
      if (waits > MOST_WAITS) throw new Error(`For a minute nothing was acknowledged: ${this.lastFailure}`)
      await pause(10)
    }
  }

  async sendUnknownAgain(): Promise<void> {
    for (const key of [...this.unknown]) while (!(await this.#send(key))) await pause(100)
  }

  async #send(key: string): Promise<boolean> {
    try {
      const reply = await fetch(`${this.#url}/api/v1/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({
          title: `Trial ${key}`,
          words: 'Handed in while things break.',
          authorship: 'anonymous',
          to: 'housing',
        }),
        signal: AbortSignal.timeout(20_000),
      })
      if (reply.status !== 201) throw new Error(String(reply.status))
      const { number } = (await reply.json()) as { number: number }
      if ((this.numbers.get(key) ?? number) !== number) this.doubled += 1
      this.numbers.set(key, number)
      this.unknown.delete(key)
      return true
    } catch (error) {
      this.lastFailure = error instanceof Error ? error.message : ''
      this.unknown.add(key)
      return false
    }
  }
}

async function compare(databaseUrl: string, load: Load): Promise<{ lost: number; doubled: number }> {
  const { db, close } = connect({ url: databaseUrl, most: 2 })
  try {
    const rows = await db
      .selectFrom('matters')
      .select(['number', 'title'])
      .where('title', 'like', 'Trial %')
      .execute()
    const byKey = new Map<string, number[]>()
    for (const { number, title } of rows) {
      const key = title?.slice('Trial '.length) ?? ''
      byKey.set(key, [...(byKey.get(key) ?? []), number])
    }
    const lost = [...load.numbers].filter(([key, number]) => !byKey.get(key)?.includes(number)).length
    const doubled = [...byKey.values()].filter((numbers) => numbers.length > 1).length
    return { lost, doubled: doubled + load.doubled }
  } finally {
    await close()
  }
}
