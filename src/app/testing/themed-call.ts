import { inTransaction } from '#core/db/transaction.ts'
import { openWorks } from '#ground/matters/open-works.ts'
import { type Call, takeInAnswers } from '../../listen/calls/index.ts'
import { openTestCall, questionOf } from './open-test-call.ts'
import type { WorldHouse } from './open-world.ts'
import type { Themed } from './theme-places.ts'

type House = Pick<WorldHouse, 'db' | 'clock' | 'world'>

/** A call of a body with one answer in one theme. */
export async function themedCall(house: House, body: keyof WorldHouse['world']['bodies']): Promise<Themed> {
  const call = await openTestCall(house, { body })
  const [answer = 0] = await answered(house, call, ['The last bus leaves at five.'])
  const { number } = await themeOf(house, call, { answers: [answer] })
  return { call: call.number, theme: number, answer }
}

/** A call with four answers in two themes, buses and trains. */
export async function twoThemes(house: House) {
  const call = await openTestCall(house)
  const numbers = await answered(house, call, [
    'No bus after six.',
    'The bus is never on time.',
    'Trains are full.',
    'Two coaches only.',
  ])
  return {
    call,
    numbers,
    buses: await themeOf(house, call, { answers: numbers.slice(0, 2), words: ['bus', 'time'] }),
    trains: await themeOf(house, call, { answers: numbers.slice(2), words: ['trains'] }),
  }
}

/** Takes answers in to the open question of a call; answers their numbers. */
export async function answered(
  { db, clock }: House,
  call: Call,
  texts: readonly string[],
): Promise<number[]> {
  const { id: questionId } = questionOf(call, 'open')
  const taken = await inTransaction(db, (tx) =>
    takeInAnswers(
      tx,
      texts.map((words) => ({
        callId: call.id,
        route: 'web',
        language: 'en',
        author: { authorship: 'anonymous' },
        standing: 'unknown',
        words: [{ questionId, words }],
        marks: [],
      })),
      clock.now(),
    ),
  )
  return taken.flatMap((one) => (one.ok ? [one.number] : []))
}

/** A theme that stands, with these answers as if a run had put them there. */
export async function themeOf(
  { db, clock }: House,
  call: Call,
  { answers, words = [], parent }: { answers: readonly number[]; words?: string[]; parent?: string },
): Promise<{ id: string; number: number }> {
  const { id: questionId } = questionOf(call, 'open')
  return inTransaction(db, async (tx) => {
    const work = {
      slice: 'calls',
      kind: 'theme',
      title: null,
      language: 'en',
      unitId: call.body.unitId,
      at: clock.now(),
    }
    const [theme] = await openWorks(tx, [work])
    if (!theme) throw new Error('no theme was opened')
    await tx
      .insertInto('callThemes')
      .values({
        id: theme.id,
        questionId,
        parentId: parent ?? null,
        label: words.join(', '),
        words,
        language: 'en',
      })
      .execute()
    const matters = await tx
      .selectFrom('matters')
      .select('id')
      .where('number', 'in', [0, ...answers])
      .execute()
    for (const { id: answerId } of matters)
      await tx
        .insertInto('answerThemes')
        .values({ answerId, themeId: theme.id, rank: 1, sure: 0.9, putBy: 'method' })
        .execute()
    return theme
  })
}
