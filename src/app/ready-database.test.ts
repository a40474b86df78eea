import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readConfig } from '#core/config/config.ts'
import { readyDatabase } from './ready-database.ts'
import { cloneDatabase } from './testing/database-server.ts'

const said: string[] = []
const terminal = { out: () => {}, err: (sentence: string) => void said.push(sentence), isWatched: false }

let copy: Awaited<ReturnType<typeof cloneDatabase>>
beforeAll(async () => {
  copy = await cloneDatabase(inject('databaseTemplate'))
})
afterAll(() => copy.drop())

test('three processes that find a new database at once settle one demonstration, and all find it', async () => {
  const config = readConfig({ DATABASE_URL: copy.url })
  const ready = await Promise.all([1, 2, 3].map(() => readyDatabase(config, terminal)))
  for (const { stop } of ready) await stop()
  expect(new Set(ready.map(({ house }) => house.name))).toEqual(new Set(['The Commons Alliance']))
  expect(said.filter((sentence) => sentence.includes('moves in'))).toHaveLength(1)
}, 240_000)
