import { afterAll, expect, test } from 'vitest'
import { formCounts, newestForms } from '#ground/forms/forms-of.ts'
import { figuresByLanguage, queueFor } from '#ground/translations/queue.ts'
import { openDemoDatabase } from '../testing/open-demo-database.ts'

const NOW = new Date('2026-11-22T12:00:00Z')

const demo = await openDemoDatabase({
  baseUrl: 'http://127.0.0.1:3000',
  now: NOW,
  themes: ['housing', 'lately'],
})
afterAll(() => demo.close())

test('the volunteers of the demonstration have translated and read, and one text waits for a reader', async () => {
  const figures = new Map((await figuresByLanguage(demo.db)).map((one) => [one.language, one]))
  expect(figures.get('en')).toMatchObject({ reviewed: 2, waiting: 1 })
  for (const language of ['ur', 'pl', 'cy']) expect(figures.get(language)?.reviewed).toBe(1)
  const queue = await queueFor(demo.db, { language: 'en', now: NOW })
  expect(queue[0]).toMatchObject({ why: 'review', title: 'Gwres i’r neuadd bentref' })
})

test('its best-known story is there in Easy Read, and somebody has asked for it in sign language', async () => {
  expect((await newestForms(demo.db)).map(({ form }) => form)).toEqual(['easy-read'])
  expect(await formCounts(demo.db, NOW)).toContainEqual({
    form: 'sign-language',
    asked: 1,
    open: 1,
    overdue: 0,
    made: 0,
  })
})
