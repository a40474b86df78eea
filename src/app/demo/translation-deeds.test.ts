import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect, type Database } from '#core/db/connect.ts'
import { formCounts, newestForms } from '#ground/forms/forms-of.ts'
import { figuresByLanguage, queueFor } from '#ground/translations/queue.ts'
import { cloneDatabase } from '../testing/database-server.ts'
import { settleDemo } from './settle-demo.ts'

const NOW = new Date('2026-11-22T12:00:00Z')

let copy: Awaited<ReturnType<typeof cloneDatabase>>
let database: Database
beforeAll(async () => {
  copy = await cloneDatabase(inject('databaseTemplate'))
  database = connect({ url: copy.url })
  await settleDemo(database.db, { baseUrl: 'http://127.0.0.1:3000', now: NOW, themes: ['housing', 'lately'] })
}, 400_000)
afterAll(async () => {
  await database.close()
  await copy.drop()
})

test('the volunteers of the demonstration have translated and read, and one text waits for a reader', async () => {
  const figures = new Map((await figuresByLanguage(database.db)).map((one) => [one.language, one]))
  expect(figures.get('en')).toMatchObject({ reviewed: 2, waiting: 1 })
  for (const language of ['ur', 'pl', 'cy']) expect(figures.get(language)?.reviewed).toBe(1)
  const queue = await queueFor(database.db, { language: 'en', now: NOW })
  expect(queue[0]).toMatchObject({ why: 'review', title: 'Gwres i’r neuadd bentref' })
})

test('its best-known story is there in Easy Read, and somebody has asked for it in sign language', async () => {
  expect((await newestForms(database.db)).map(({ form }) => form)).toEqual(['easy-read'])
  expect(await formCounts(database.db, NOW)).toContainEqual({
    form: 'sign-language',
    asked: 1,
    open: 1,
    overdue: 0,
    made: 0,
  })
})
