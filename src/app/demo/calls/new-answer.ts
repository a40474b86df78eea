import type { Call, NewAnswer } from '../../../listen/calls/index.ts'
import type { Settled } from '../settled.ts'
import type { MadeUpAnswer } from './made-up-answers.ts'

const UNEVEN = 2.6
/** A prime that no number of units is a multiple of: neighbours in the alphabet are not neighbours in size. */
const SCATTER = 7919

interface Asked {
  call: Call
  settled: Settled
}

/** What is made up of an answer, with the people and places of the house. */
export function newAnswer(made: MadeUpAnswer, { call, settled }: Asked): NewAnswer {
  const people = [...settled.people.values()]
  const person =
    made.chance.person < 0.12 ? people[Math.floor((made.chance.person / 0.12) * people.length)] : undefined
  const isPlaced = made.chance.unit < 0.9
  const [open] = call.questions.filter(({ kind }) => kind === 'open')
  const isMember = person !== undefined || made.chance.person < 0.4
  return {
    callId: call.id,
    route: made.route,
    language: made.language,
    author: person
      ? { authorship: 'withheld', person, name: null, email: null, phone: null }
      : { authorship: 'anonymous' },
    standing: isMember ? 'member' : made.chance.person < 0.55 ? 'not-member' : 'unknown',
    isFromOfficeHolder: made.place % 160 === 11,
    unitId: isPlaced ? unitAt(settled, made.chance.unit / 0.9) : null,
    words: open ? [{ questionId: open.id, words: made.words }] : [],
    marks: made.marks.flatMap(({ question, option, mark }) => {
      const optionId = call.questions[question - 1]?.options[option - 1]?.id
      return optionId ? [{ optionId, mark }] : []
    }),
    source: `${call.number}:${made.place}`,
  }
}

/** Unevenly over all places: were they spread alike, hardly a constituency would have enough answers to be shown. */
function unitAt({ units }: Settled, chance: number): string | undefined {
  const all = [...units.values()]
  const at = Math.floor(chance ** UNEVEN * all.length)
  return all[(at * SCATTER) % all.length]?.id
}
