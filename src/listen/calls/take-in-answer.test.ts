import { afterAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestCall, questionOf } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { takingIn } from '../../app/testing/taking-in.ts'
import type { TakenIn } from './new-answer.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const call = await openTestCall(house)
const by = takingIn(house, call)

const numberOf = (taken: TakenIn | undefined) => (taken?.ok ? taken.number : null)

describe('one answer', () => {
  test('is stored with its words, marks, entry, agreement and receipt, and rides in the call’s custody', async () => {
    const [evenings] = questionOf(call, 'choice').options.slice(1)
    const outcome = await by.takeIn(
      by.saying('The last bus leaves at five.', {
        author: by.named('nasreen'),
        standing: 'member',
        marks: [{ optionId: evenings?.id ?? '', mark: 1 }],
        unitId: house.world.units.millbrook.id,
      }),
    )
    if (!outcome.ok) throw new Error(outcome.why)
    expect(outcome).toMatchObject({ isRepeat: false, key: null })
    const row = await house.db
      .selectFrom('answers')
      .innerJoin('matters', 'matters.id', 'answers.id')
      .innerJoin('answerWords', 'answerWords.answerId', 'answers.id')
      .innerJoin('answerMarks', 'answerMarks.answerId', 'answers.id')
      .innerJoin('answerAuthors', 'answerAuthors.answerId', 'answers.id')
      .innerJoin('noticeAgreements', 'noticeAgreements.matterId', 'answers.id')
      .innerJoin('receipts', 'receipts.matterId', 'answers.id')
      .select(['matters.number', 'matters.parentId', 'answerWords.words', 'answerMarks.mark', 'personId'])
      .where('answers.id', '=', outcome.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      number: outcome.number,
      parentId: call.id,
      words: 'The last bus leaves at five.',
      mark: 1,
      personId: house.world.people.nasreen.id,
    })
    expect((await house.visitor().get(`/receipts/${outcome.number}.promise`)).status).toBe(200)
  })

  test('twice with one key is one answer, with the same number and follow-up key', async () => {
    const key = unorderedId()
    const answer = by.saying('No bus on Sundays.')
    const [first, second] = [await by.takeIn(answer, key), await by.takeIn(answer, key)]
    expect(second).toEqual({ ...first, isRepeat: true })
    const other = await by.takeIn(by.saying('Something else.'), key)
    expect(other).toEqual({ ok: false, why: 'key-used-for-something-else' })
  })

  test('two at once with one key are one answer', async () => {
    const key = unorderedId()
    const both = await Promise.all([1, 2, 3].map(() => by.takeIn(by.saying('At once.'), key)))
    expect(new Set(both.map((one) => (one.ok ? `${one.number} ${one.key}` : one.why))).size).toBe(1)
    expect(both.filter((one) => one.ok && !one.isRepeat)).toHaveLength(1)
  })

  test('anonymous, it has no author’s row, an unordered id and only hours', async () => {
    const at = new Date(house.clock.now().getTime() + 37 * 60_000)
    const outcome = await by.takeIn(by.saying('I am the only driver here.'), unorderedId(), at)
    if (!outcome.ok) throw new Error(outcome.why)
    expect(outcome.id[14]).toBe('4')
    const { openedAt, givenAt } = await house.db
      .selectFrom('answers')
      .innerJoin('matters', 'matters.id', 'answers.id')
      .select(['openedAt', 'givenAt'])
      .where('answers.id', '=', outcome.id)
      .executeTakeFirstOrThrow()
    expect([openedAt.getUTCMinutes(), givenAt.getUTCMinutes()]).toEqual([0, 0])
    const authors = await house.db
      .selectFrom('answerAuthors')
      .select('personId')
      .where('answerId', '=', outcome.id)
      .execute()
    expect(authors).toEqual([])
  })

  test('under a notice that publishes no words they are sealed for few', async () => {
    const quiet = await openTestCall(house, { publishes: 'counts' })
    const outcome = await by.takeIn(
      by.saying('', {
        callId: quiet.id,
        words: [{ questionId: questionOf(quiet, 'open').id, words: 'Between us: it is the depot.' }],
      }),
    )
    if (!outcome.ok) throw new Error(outcome.why)
    const seals = await house.db
      .selectFrom('sealed')
      .innerJoin('entries', 'entries.id', 'sealed.entryId')
      .select(['part', 'content'])
      .where('entries.matterId', '=', outcome.id)
      .execute()
    const holding = seals.filter(({ content }) => content.includes('depot')).map(({ part }) => part)
    expect(holding).toEqual(['private'])
    const file = await house.visitor().get(`/receipts/${outcome.number}.json`)
    expect(file.body).not.toContain('depot')
  })
})

describe('many at once', () => {
  test('each gets its number; a known source keeps the number it had', async () => {
    const rows = ['a', 'b', 'c'].map((id) =>
      by.saying(`Row ${id}`, { route: 'partner', source: `society:${id}` }),
    )
    const first = await by.takeInAll(rows)
    const again = await by.takeInAll([...rows, by.saying('Row d', { route: 'partner', source: 'society:d' })])
    expect(again.slice(0, 3).map(numberOf)).toEqual(first.map(numberOf))
    expect(again.map((one) => one.ok && one.isRepeat)).toEqual([true, true, true, false])
  })

  test('two imports at once take each source once', async () => {
    const rows = Array.from({ length: 30 }, (_, row) =>
      by.saying(`Line ${row}`, { route: 'import', source: `file:${row}` }),
    )
    const [one, other] = await Promise.all([by.takeInAll(rows), by.takeInAll(rows)])
    expect(one.map(numberOf)).toEqual(other.map(numberOf))
  })

  test('a slip keeps the number that was printed on it', async () => {
    const [taken] = await by.takeInAll([
      by.saying('On a slip.', { route: 'paper', printed: { number: 999_001, keyHash: Buffer.alloc(32, 7) } }),
    ])
    expect(numberOf(taken)).toBe(999_001)
  })

  test('one that is refused leaves the others in', async () => {
    const outcomes = await by.takeInAll([by.saying('Good.'), by.saying(''), by.saying('Good too.')])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true])
  })

  test('words of strangers wait for a person where the body says so', async () => {
    const { millbrookBranch } = house.world.bodies
    await house.db
      .updateTable('bodies')
      .set({ holdsStrangers: true })
      .where('id', '=', millbrookBranch.id)
      .execute()
    const held = await openTestCall(house, { body: 'millbrookBranch' })
    const words = [{ questionId: questionOf(held, 'open').id, words: 'Who goes there?' }]
    const [stranger, member] = await by.takeInAll([
      by.saying('', { callId: held.id, words }),
      by.saying('', { callId: held.id, words, author: by.named('nasreen') }),
    ])
    const rows = await house.db
      .selectFrom('matters')
      .leftJoin('moderationCases', 'moderationCases.matterId', 'matters.id')
      .select(['matters.visibility', 'sort'])
      .where('matters.number', 'in', [numberOf(stranger) ?? 0, numberOf(member) ?? 0])
      .orderBy('matters.number')
      .execute()
    expect(rows).toEqual([
      { visibility: 'held', sort: 'hold' },
      { visibility: 'public', sort: null },
    ])
  })
})

test('the call is in its body’s custody until the promised day', async () => {
  const { dueAt } = await house.db
    .selectFrom('custody')
    .select('dueAt')
    .where('matterId', '=', call.id)
    .executeTakeFirstOrThrow()
  expect(dueAt.toISOString().slice(0, 10) > call.promisedOn).toBe(true)
})
