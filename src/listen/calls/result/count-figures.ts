import type { Db, Tx } from '#core/db/connect.ts'
import { isoSecond } from '#core/time/days.ts'
import type { Question } from '../call.ts'
import { countConstituencies } from './count-constituencies.ts'
import { countApart, countPeople } from './count-people.ts'
import { countQuestions } from './count-questions.ts'
import type { CallFigures } from './figures.ts'

interface Counting {
  callId: string
  questions: readonly Question[]
  now: Date
}

/** Counts everything a result says, from the answers, in a score of statements whatever their number. */
export async function countFigures(db: Db | Tx, { callId, questions, now }: Counting): Promise<CallFigures> {
  const people = await countPeople(db, callId)
  return {
    v: 1,
    counted_at: isoSecond(now),
    ...(await countApart(db, callId)),
    ...people,
    constituencies: await countConstituencies(db, callId, people.nations),
    questions: await countQuestions(db, { callId, questions }),
  }
}
