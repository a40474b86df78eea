import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { onGround } from '../src/app/trials/ground.ts'
import { HandInLoad } from '../src/app/trials/hand-in-load.ts'
import { freePort } from '../src/app/trials/web-process.ts'
import { findProgram, startNats } from './balancers.ts'
import { endNodes, type Nodes, startNodes } from './nodes.ts'

const nats = findProgram('nats-server')

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
      expect(await changesMissed(nodes, database.url)).toEqual([])
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

/** A story gets title after title by the hand of whoever keeps the database; where one was changed and a node still told the one before. */
async function changesMissed({ webs }: Nodes, databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const number = await oneInTheRecord(client)
  const missed: string[] = []
  for (let turn = 1; turn <= 40; turn += 1) {
    await client.query('update matters set title = $1 where number = $2', [`Title ${turn}.`, number])
    for (const { url } of webs) {
      const page = await fetch(`${url}/submissions/${number}`, { headers: { cookie: 'seen=1' } })
      if (!(await page.text()).includes(`Title ${turn}.`)) missed.push(`${turn} at ${url}`)
    }
  }
  await client.end()
  return missed
}

/** A submission all of whose steps have their places: its page stands. */
async function oneInTheRecord(client: pg.Client): Promise<number> {
  for (;;) {
    const { rows } = await client.query<{ number: number }>(`
      select number from matters join receipts on receipts.matter_id = matters.id
      join record_leaves on record_leaves.entry_id = receipts.entry_id limit 1`)
    if (rows[0]) return rows[0].number
    await pause(50)
  }
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
