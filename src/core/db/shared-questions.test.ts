import { expect, test } from 'vitest'
import type { Db } from './connect.ts'
import { sharedByKey } from './shared-questions.ts'

/** Only what they are asked of. */
const house = {} as Db

function counted() {
  const asked: string[] = []
  const question = async (_: Db, key: string) => {
    asked.push(key)
    await new Promise((done) => setImmediate(done))
    return `${key} ${asked.length}`
  }
  return { asked, ask: sharedByKey((key: string) => key, question) }
}

test('who comes while it is asked shares the next answer, by the same key', async () => {
  const { asked, ask } = counted()
  const told = await Promise.all([ask(house, 'a'), ask(house, 'a'), ask(house, 'b'), ask(house, 'a')])
  expect(asked).toEqual(['a', 'a', 'b'])
  expect(told[1]).toBe(told[3])
  expect(told[0]).not.toBe(told[1])
})

test('one after another, each is asked anew', async () => {
  const { asked, ask } = counted()
  await ask(house, 'a')
  await ask(house, 'a')
  expect(asked).toEqual(['a', 'a'])
})
