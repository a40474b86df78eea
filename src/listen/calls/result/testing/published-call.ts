import { inTransaction } from '#core/db/transaction.ts'
import { openTestCall, questionOf } from '../../../../app/testing/open-test-call.ts'
import type { TestHouse } from '../../../../app/testing/open-test-house.ts'
import type { Call } from '../../call.ts'
import type { NewAnswer } from '../../new-answer.ts'
import { takeInAnswers } from '../../take-in-answer.ts'

const MARKED = 'Ring me on 07700 900123 about the marmalade bus.'

/** Thirty answers: 20 by web, 7 on paper, 3 by text message; the second names a phone number. */
function answersTo(house: TestHouse, call: Call): NewAnswer[] {
  const [mornings, evenings] = questionOf(call, 'choice').options
  const [free] = questionOf(call, 'statements').options
  return Array.from({ length: 30 }, (_, at) => ({
    callId: call.id,
    route: at < 20 ? 'web' : at < 27 ? 'paper' : 'text',
    language: at % 3 === 0 ? 'cy' : 'en',
    author: { authorship: 'anonymous' },
    standing: at % 2 === 0 ? 'member' : 'unknown',
    unitId: house.world.units.millbrook.id,
    words: [
      {
        questionId: questionOf(call, 'open').id,
        words: at === 1 ? MARKED : `The bus of ${at} is late, =1+1`,
      },
    ],
    marks: [
      { optionId: (at < 18 ? mornings : evenings)?.id ?? '', mark: 1 },
      { optionId: free?.id ?? '', mark: at < 25 ? 1 : -1 },
    ],
  }))
}

export async function answered(house: TestHouse, publishes: 'words' | 'counts' = 'words') {
  const call = await openTestCall(house, { publishes })
  await inTransaction(house.db, (tx) => takeInAnswers(tx, answersTo(house, call), house.clock.now()))
  await house.runJobs()
  return call
}

export const path = (call: Call, rest = '/result') => `/calls/${call.number}${rest}`

/** A call with its thirty answers, closed and published by Noor. */
export async function published(house: TestHouse, publishes: 'words' | 'counts' = 'words') {
  const call = await answered(house, publishes)
  house.moveOn(22)
  const noor = await house.as('noor')
  const asked = await noor.post(path(call))
  if (asked.status !== 303) throw new Error(`the result was not asked for: ${asked.status}`)
  await house.runJobs()
  return { call, noor }
}

interface Figures {
  state: string
  edition: number
  dataset_sha256: string
  figures: {
    received: number
    counted: number
    routes: { key: string; count: number | null }[]
    questions: { kind: string; answered: number; options: { chosen: number; disagreed: number }[] }[]
  }
}
export const figuresOf = async (house: TestHouse, call: Call): Promise<Figures> =>
  (await house.visitor().getJson(path(call))).json()
