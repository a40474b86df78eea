import pg from 'pg'
import { describeError } from '../log/log.ts'
import type { Job } from '../slice/define-slice.ts'
import type { JobHouse } from '../slice/house.ts'

/**
 * Runs every job again and again, each on one node at a time. There is no queue beside the tables: a job looks for the rows
 * that are due by the house's clock and does them, so it is transactional with what caused it, follows a
 * demonstration's moved clock, and may be cut off anywhere and run again. Answers a function that stops it all.
 */
export async function runJobs(
  jobs: readonly Job[],
  { url, house }: { url: string; house: JobHouse },
): Promise<() => Promise<void>> {
  const locks = new Locks(url)
  let isStopping = false
  const running = jobs.map(async (job) => {
    while (!isStopping) {
      await runOnce(job, { locks, house })
      await waitUnless(() => isStopping, job.everySeconds * 1000)
    }
  })
  return async () => {
    isStopping = true
    await Promise.all(running)
    await locks.close()
  }
}

async function runOnce(job: Job, { locks, house }: { locks: Locks; house: JobHouse }): Promise<void> {
  try {
    if (!(await locks.take(job.name))) return
    try {
      await job.run(house)
    } finally {
      await locks.giveBack(job.name)
    }
  } catch (error) {
    house.log.error({ job: job.name, ...describeError(error) }, 'a job failed and will run again')
  }
}

const STEP_MS = 100

async function waitUnless(isOver: () => boolean, ms: number): Promise<void> {
  for (let waited = 0; waited < ms && !isOver(); waited += STEP_MS) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(STEP_MS, ms - waited)))
  }
}

/** Session-level advisory locks on a connection of their own: they fall with the process that held them. */
class Locks {
  readonly #url: string
  #client: Promise<pg.Client> | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(url: string) {
    this.#url = url
  }

  async take(name: string): Promise<boolean> {
    const taken = await this.#ask('select pg_try_advisory_lock(hashtextextended($1, 7)) as is_mine', name)
    return taken.rows[0]?.is_mine === true
  }

  async giveBack(name: string): Promise<void> {
    await this.#ask('select pg_advisory_unlock(hashtextextended($1, 7)) as is_mine', name)
  }

  /** One question at a time: a connection answers no two at once. */
  #ask(question: string, name: string) {
    const answer = this.#last.then(async () => {
      const client = await this.#connected()
      return client.query<{ is_mine: boolean }>(question, [name])
    })
    this.#last = answer.catch(() => {})
    return answer
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = null
      throw error
    })
    return this.#client
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'folkmoot jobs' })
    const forget = () => {
      this.#client = null
    }
    client.on('error', forget)
    client.on('end', forget)
    await client.connect()
    return client
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null)
    await client?.end()
  }
}
