import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { onGround } from '../src/app/trials/ground.ts'
import { compareWithLoad, HandInLoad } from '../src/app/trials/hand-in-load.ts'
import { finishRecord } from '../src/app/trials/record-check.ts'
import { freePort, startProcess } from '../src/app/trials/web-process.ts'
import { findProgram, startHaproxy, startNginx } from './balancers.ts'
import { endNodes, startNodes } from './nodes.ts'

const balancers = [
  { name: 'haproxy', program: findProgram('haproxy'), start: startHaproxy },
  { name: 'nginx', program: findProgram('nginx'), start: startNginx },
]

test.each(balancers)(
  'behind $name a rolling restart drops no request, and there is one sequencer',
  async ({ program, start, name }) => {
    if (!program) return
    await onGround(async (database) => {
      const [port, ...ports] = [await freePort(), await freePort(), await freePort()]
      const baseUrl = `http://127.0.0.1:${port}`
      const nodes = await startNodes(database.url, { baseUrl, ports })
      const balancer = await start({ program, port, webPorts: ports })
      const load = new HandInLoad(balancer.url)
      const running = load.run(6)
      const pages = readPages(balancer.url)
      await load.untilAcknowledged(20)
      for (const [at, need] of nodes.needs.entries()) {
        await nodes.webs[at]?.stop()
        nodes.webs[at] = await startProcess(need)
        await untilServedBy(need.port, balancer.url)
        await load.untilAcknowledged(10)
      }
      load.stop()
      await running
      const read = await pages.stop()
      await endNodes(nodes)
      await balancer.stop()
      if (load.lastFailure) console.warn(`${name}: ${load.lastFailure}`)
      expect({ name, answers: Object.fromEntries(load.answers) }).toEqual({
        name,
        answers: { 201: load.numbers.size },
      })
      expect(new Set(read)).toEqual(new Set([200]))
      expect(await compareWithLoad(database.url, load)).toEqual({ lost: 0, doubled: 0 })
      const { entries, covered } = await finishRecord(database.url)
      expect(covered).toBe(entries)
    })
  },
  900_000,
)

test('a worker and a web process may die: the others go on, and nothing is taken twice', async () => {
  await onGround(async (database) => {
    const ports = [await freePort(), await freePort()]
    const nodes = await startNodes(database.url, { ports })
    const loads = nodes.webs.map(({ url }) => new HandInLoad(url))
    const running = loads.map((load) => load.run(3))
    for (const load of loads) await load.untilAcknowledged(5)
    await nodes.webs[0]?.kill()
    await nodes.workers[0]?.kill()
    await loads[1]?.untilAcknowledged(20)
    for (const load of loads) load.stop()
    await Promise.all(running)
    await untilSequenced(database.url)
    await endNodes(nodes)
    for (const load of loads)
      expect(await compareWithLoad(database.url, load)).toEqual({ lost: 0, doubled: 0 })
  })
}, 900_000)

/** Reads two pages again and again; `stop` answers the statuses, 0 for a broken line. */
function readPages(url: string) {
  const statuses: number[] = []
  let isOver = false
  const reading = (async () => {
    while (!isOver)
      for (const page of ['/submissions', '/bodies'])
        statuses.push(
          await fetch(url + page).then(
            (reply) => reply.text().then(() => reply.status),
            () => 0,
          ),
        )
  })()
  return {
    stop: async () => {
      isOver = true
      await reading
      return statuses
    },
  }
}

/** A balancer looks now and then; the next process must not stop before this one is among those it sends people to. */
async function untilServedBy(port: number, balancer: string): Promise<void> {
  for (;;) {
    const reply = await fetch(`${balancer}/health/live`)
    await reply.arrayBuffer()
    if (reply.headers.get('x-served-by')?.endsWith(`:${port}`)) return
    await pause(50)
  }
}

async function untilSequenced(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  for (;;) {
    const { rows } = await client.query<{ waiting: boolean }>(
      'select exists (select from unsequenced) as waiting',
    )
    if (rows[0]?.waiting === false) break
    await pause(100)
  }
  await client.end()
}
