import { afterAll, expect, test } from 'vitest'
import { openTestCall } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { takeInText } from './take-in-text.ts'

const house = await openTestHouse({ routesIn: { textsSecret: 'a-shared-secret-of-forty-characters-long' } })
afterAll(() => house.close())

const call = await openTestCall(house)

let count = 0

/** Takes a text in; answers what is sent back. */
async function bring(text: string, part?: { reference: string; number: number; of: number }) {
  count += 1
  const { house: own, translators } = house.jobHouse
  const where = { db: house.db, now: house.clock.now(), house: own, speak: translators.for }
  await takeInText(where, { id: `m${count}`, from: '+447700900123', text, part })
  const sent = await house.db.deleteFrom('textsOut').returning('words').execute()
  return sent.map(({ words }) => words).join()
}

async function newest() {
  const { id } = await house.db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .select('answers.id')
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const words = house.db.selectFrom('answerWords').select('words').where('answerId', '=', id)
  const marks = house.db.selectFrom('answerMarks').select('optionId').where('answerId', '=', id)
  const letters = house.db.selectFrom('answerLetters').select('words').where('answerId', '=', id)
  return {
    words: (await words.execute()).map((one) => one.words),
    marks: (await marks.execute()).length,
    letters: (await letters.execute()).map((one) => one.words),
  }
}

test('a text message answers several questions by number, and is told how it was read', async () => {
  const back = await bring(`${call.number} 1: our buses stop at six 2: b 3a: agree, 3b: disagree`)
  expect(await newest()).toEqual({ words: ['our buses stop at six'], marks: 3, letters: [] })
  expect(back).toContain('Read: 1: …; 2: b; 3: a agree, b disagree.')
})

test('its parts are joined before they are read, and one call open needs no number of its own', async () => {
  const part = (number: number) => ({ reference: '7', number, of: 2 })
  await bring('unday 3a: yes', part(2))
  await bring('1: more buses 2: s', part(1))
  expect(await newest()).toMatchObject({ words: ['more buses 2: sunday'], marks: 1 })
  await bring('2: sundays, a')
  expect(await newest()).toMatchObject({ words: [], marks: 2 })
})

test('what is not read is said, and kept beside the answer for the clerks', async () => {
  const back = await bring(`${call.number} 1: trams\n2: tuesday`)
  expect(back).toContain('“2: tuesday”')
  expect((await newest()).letters).toEqual(['1: trams\n2: tuesday'])
})

test('where nothing is read, it is kept for a person, without the telephone', async () => {
  const back = await bring(`${call.number} 2: tuesday`)
  expect(back).toContain(`/calls/${call.number}/by-mail`)
  const kept = await house.db.selectFrom('wordsUnplaced').selectAll().execute()
  expect(kept).toMatchObject([{ route: 'text', words: '2: tuesday', replyTo: null }])
})
