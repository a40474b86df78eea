import type { Db } from '#core/db/connect.ts'
import { addDays } from '#core/time/days.ts'
import { caseOf } from '#ground/moderation/case-of.ts'
import { decideCase } from '#ground/moderation/decide-case.ts'
import { holdWords } from '#ground/moderation/hold-words.ts'
import { reportWords } from '#ground/moderation/open-case.ts'
import type { Reason } from '#ground/moderation/reasons.ts'
import type { Call } from '../../../listen/calls/index.ts'
import { decideTwins } from '../../../listen/intake/twins/decide-twins.ts'
import { keepPairs } from '../../../listen/intake/twins/keep-pairs.ts'
import { placeOf, type Settled } from '../settled.ts'

interface Told {
  place: number
  words: string
  reason: Reason
  /** Why it was removed; without one it is held until somebody has looked. */
  explanation?: string
}

/** What a moderator of the demonstration had to look at, by the place of the answer. */
const REPORTED: readonly Told[] = [
  {
    place: 91,
    words: 'Winter tyres at half the price, this week only, fitted while you wait.',
    reason: 'advertising',
    explanation: 'An advertisement for tyres, which answers nothing that was asked.',
  },
  {
    place: 233,
    words: 'Ask the driver of the nine o’clock, and ask his wife where he was on Sunday.',
    reason: 'private-person',
    explanation: 'It tells of a private person who did not choose to be spoken of.',
  },
  {
    place: 377,
    words: 'Anybody who takes a bus is a fool, and so are those who ask.',
    reason: 'insult',
    explanation: 'An insult to those who ask and answer, with nothing beside it.',
  },
  {
    place: 540,
    words: 'If that driver shuts the door once more he will be sorry, I know his depot.',
    reason: 'threat',
  },
]

/** The second says on paper what the first wrote on the web. */
const TWINS = { earlier: 12, later: 655 }

/** Places whose words are not made up from a theme, and the answer whose words they repeat or the words themselves. */
export function wordsInstead(place: number): { words: string } | { like: number } | null {
  if (place === TWINS.later) return { like: TWINS.earlier }
  const words = REPORTED.find((one) => one.place === place)?.words
  return words === undefined ? null : { words }
}

interface Looking {
  call: Call
  settled: Settled
  now: Date
}

/** Three answers are removed with a reason, one waits, and two that are one person's are joined. */
export async function lookAtAnswers(db: Db, looking: Looking): Promise<void> {
  const { call, settled, now } = looking
  const by = placeOf(settled.people, 'amina')
  for (const told of REPORTED) await lookAt(db, told, { ...looking, by: by.id })
  const [earlier, later] = await Promise.all([
    answerAt(db, call, TWINS.earlier),
    answerAt(db, call, TWINS.later),
  ])
  if (!earlier || !later) return
  await keepPairs(db, [{ earlierId: earlier.id, laterId: later.id, likeness: 1 }], now)
  const clerk = placeOf(settled.people, 'mei')
  await decideTwins(db, {
    call,
    earlier: earlier.number,
    later: later.number,
    outcome: 'joined',
    reason:
      'The same words from the same place: she says at the desk that she filled in the form as well, to be sure.',
    language: 'en',
    by: clerk,
    now,
  })
}

async function lookAt(db: Db, told: Told, { call, now, by }: Looking & { by: string }): Promise<void> {
  const answer = await answerAt(db, call, told.place)
  if (answer?.visibility !== 'public') return
  const { reason, explanation } = told
  await reportWords(db, { matterId: answer.id, bodyId: call.body.id, reason, remark: null, now })
  const row = await db
    .selectFrom('moderationCases')
    .select('id')
    .where('matterId', '=', answer.id)
    .executeTakeFirst()
  const found = row && (await caseOf(db, row.id))
  if (!found) return
  const at = addDays(now, 1)
  if (explanation === undefined) await holdWords(db, { found, language: 'en', by, now: at })
  else await decideCase(db, { found, outcome: 'removed', reason, explanation, language: 'en', by, now: at })
}

function answerAt(db: Db, call: Call, place: number) {
  return db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .select(['answers.id', 'matters.number', 'matters.visibility'])
    .where('answers.source', '=', `${call.number}:${place}`)
    .executeTakeFirst()
}
