import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { asOwner, cloneDatabase } from '../../app/testing/database-server.ts'
import { connect, type Database } from '../db/connect.ts'
import { createLog } from '../log/log.ts'
import { announceChange } from './announce.ts'
import { LiveHub } from './hub.ts'

let copy: Awaited<ReturnType<typeof cloneDatabase>>
let database: Database
beforeAll(async () => {
  copy = await cloneDatabase(inject('databaseTemplate'))
  database = connect({ url: copy.url })
})
afterAll(async () => {
  await database.close()
  await copy.drop()
})

function openHub() {
  const heard = new Set<string>()
  const overhearer = { forget: (topic: string) => void heard.add(topic), setDeaf: () => undefined }
  const hub = new LiveHub({ render: async () => null, log: createLog('silent'), overhearer })
  return { hub, heard }
}

test('who caught up has heard of everything committed before, each of a hundred times', async () => {
  const { hub, heard } = openHub()
  await hub.listen(copy.url)
  for (let number = 1; number <= 100; number += 1) {
    await announceChange(database.db, `story:${number}`)
    expect([await hub.catchUp(), heard.has(`story:${number}`)]).toEqual([true, true])
  }
  await hub.close()
})

test('many who ask at once are answered together, each after the news it came after', async () => {
  const { hub, heard } = openHub()
  await hub.listen(copy.url)
  const asked = Array.from({ length: 40 }, async (_, number) => {
    await announceChange(database.db, `body:${number}`)
    return [await hub.catchUp(), heard.has(`body:${number}`)]
  })
  expect((await Promise.all(asked)).filter(([isCaughtUp, isHeard]) => !isCaughtUp || !isHeard)).toEqual([])
  await hub.close()
})

test('who does not listen never catches up; who lost the line does again once it is back', async () => {
  const { hub, heard } = openHub()
  expect(await hub.catchUp()).toBe(false)
  await hub.listen(copy.url)
  await asOwner(
    copy.url,
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'folkmoot live' and datname = current_database()`,
  )
  await vi.waitFor(async () => expect(await hub.catchUp()).toBe(false))
  await vi.waitFor(async () => expect(await hub.catchUp()).toBe(true), { timeout: 10_000 })
  await announceChange(database.db, 'story:9')
  expect([await hub.catchUp(), heard.has('story:9')]).toEqual([true, true])
  await hub.close()
})
