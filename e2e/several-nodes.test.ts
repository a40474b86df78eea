import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { onGround } from '../src/app/trials/ground.ts'
import { compareWithLoad, HandInLoad } from '../src/app/trials/hand-in-load.ts'
import { finishRecord } from '../src/app/trials/record-check.ts'
import { freePort, type ProcessNeed, startProcess, type WebProcess } from '../src/app/trials/web-process.ts'
import { findProgram, startHaproxy, startNats, startNginx } from './balancers.ts'

const balancers = [
  { name: 'haproxy', program: findProgram('haproxy'), start: startHaproxy },
  { name: 'nginx', program: findProgram('nginx'), start: startNginx },
]
const nats = findProgram('nats-server')
for (const { name, program } of [...balancers, { name: 'nats-server', program: nats }])
  if (!program)
    console.warn(`${name} is not installed (apt-get install ${name}): the tests behind it are skipped.`)

interface Nodes {
  webs: WebProcess[]
  needs: ProcessNeed[]
  workers: WebProcess[]
}

/** Two web processes and two workers on one database, as on several machines. */
async function startNodes(
  databaseUrl: string,
  more: { baseUrl?: string; ports: number[]; natsUrl?: string },
) {
  const { ports, ...rest } = more
  const needs = ports.map((port): ProcessNeed => ({ databaseUrl, only: 'web', port, ...rest }))
  const nodes: Nodes = { needs, webs: [], workers: [] }
  for (const need of needs) nodes.webs.push(await startProcess(need))
  for (let at = 0; at < 2; at += 1)
    nodes.workers.push(await startProcess({ databaseUrl, only: 'worker', port: 0, ...rest }))
  return nodes
}

async function endNodes({ webs, workers }: Nodes): Promise<void> {
  await Promise.all([...webs, ...workers].map((part) => part.kill()))
}

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
        await untilBalanced(need.port)
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

test.each([
  { carrier: 'NOTIFY', program: 'postgres' },
  { carrier: 'NATS', program: nats },
])(
  'news of what happens on one node reaches a reader of another by $carrier',
  async ({ program, carrier }) => {
    if (!program) return
    await onGround(async (database) => {
      const [natsPort, monitorPort] = [await freePort(), await freePort()]
      const bus = carrier === 'NATS' ? await startNats({ program, port: natsPort, monitorPort }) : null
      const ports = [await freePort(), await freePort()]
      const natsUrl = bus ? `nats://127.0.0.1:${natsPort}` : undefined
      const nodes = await startNodes(database.url, { ports, natsUrl })
      if (bus) await untilMembers(4, monitorPort)
      const notified = await hearNotifications(database.url)
      expect(await newsAcross(nodes)).toContain('event: changed')
      expect(notified.topics.has('body:housing')).toBe(carrier === 'NOTIFY')
      // Without its server the news goes by PostgreSQL again.
      await bus?.stop()
      expect(await newsAcross(nodes)).toContain('event: changed')
      expect(notified.topics.has('body:housing')).toBe(true)
      await notified.stop()
      await endNodes(nodes)
    })
  },
  900_000,
)

/** What a reader of the first web process hears while somebody hands in at the second. */
async function newsAcross({ webs: [here, there] }: Nodes): Promise<string> {
  const live = await openLive(`${here?.url}/live/body:housing`)
  const load = new HandInLoad(there?.url ?? '')
  const running = load.run(1)
  const heard = await live.heard
  load.stop()
  await running
  return heard
}

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

/** A balancer looks twice a second, nginx after a second; the next process must not stop before it has. */
async function untilBalanced(port: number): Promise<void> {
  while (
    !(await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (reply) => reply.ok,
      () => false,
    ))
  )
    await pause(50)
  await pause(2_500)
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

/** Opens a live page; settles when it is open, and `heard` when its first news has come. */
async function openLive(url: string): Promise<{ heard: Promise<string> }> {
  const { body } = await fetch(url)
  return { heard: firstNews(body) }
}

async function firstNews(body: ReadableStream<Uint8Array> | null): Promise<string> {
  let heard = ''
  for await (const bytes of body ?? []) {
    heard += Buffer.from(bytes).toString()
    if (heard.includes('event: changed')) break
  }
  return heard
}

async function hearNotifications(databaseUrl: string) {
  const topics = new Set<string>()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  client.on('notification', ({ payload = '' }) => topics.add(payload))
  await client.query('listen folkmoot_live')
  return { topics, stop: () => client.end() }
}

/** What the NATS server itself says of how many are connected. */
async function untilMembers(many: number, monitorPort: number): Promise<void> {
  for (let members = 0; members < many; await pause(50)) {
    const reply = await fetch(`http://127.0.0.1:${monitorPort}/connz`)
    members = ((await reply.json()) as { num_connections: number }).num_connections
  }
}
