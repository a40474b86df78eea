import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readConfig } from '#core/config/config.ts'
import { connect } from '#core/db/connect.ts'
import { settleHouse } from './new/settle-house.ts'
import { readyDatabase } from './ready-database.ts'
import { cloneDatabase } from './testing/database-server.ts'

const said: string[] = []
const terminal = { out: () => {}, err: (sentence: string) => void said.push(sentence), isWatched: false }

let copy: Awaited<ReturnType<typeof cloneDatabase>>
beforeAll(async () => {
  copy = await cloneDatabase(inject('databaseTemplate'))
})
afterAll(() => copy.drop())

test('a process that finds a new database while another settles it waits, and finds the house', async () => {
  const other = new pg.Client({ connectionString: copy.url })
  await other.connect()
  await other.query("select pg_advisory_lock(hashtextextended('settling', 7))")
  const waiting = readyDatabase(readConfig({ DATABASE_URL: copy.url }), terminal)
  while (!(await isSomebodyWaiting(other))) await pause(10)
  await foundRiverbank()
  await other.end()
  const { house, stop } = await waiting
  await stop()
  expect(house.name).toBe('Riverbank')
  expect(said).toEqual([])
})

async function isSomebodyWaiting(other: pg.Client): Promise<boolean> {
  const { rows } = await other.query(`
    select from pg_locks
    where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`)
  return rows.length > 0
}

async function foundRiverbank(): Promise<void> {
  const { db, close } = connect({ url: copy.url, most: 1 })
  await settleHouse(db, {
    name: 'Riverbank',
    accent: '#1d6b4c',
    languages: ['en'],
    administrator: 'Ada Novak',
    email: 'ada@example.org',
    baseUrl: 'http://127.0.0.1:3000',
    seed: null,
    now: new Date('2026-11-22T12:00:00Z'),
  })
  await close()
}

test('a database that is just coming up is a sentence for the operator, not a stack', async () => {
  const words = ['SFATAL', 'C57P03', 'Mthe database system is starting up', ''].join('\0')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(words) + 5)
  const answer = Buffer.concat([Buffer.from('E'), length, Buffer.from(`${words}\0`)])
  const server = createServer((socket) => socket.once('data', () => socket.end(answer)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const config = readConfig({ DATABASE_URL: `postgres://folkmoot@127.0.0.1:${port}/folkmoot` })
  await expect(readyDatabase(config, terminal)).rejects.toThrow('just being stopped or started')
  server.close()
})
