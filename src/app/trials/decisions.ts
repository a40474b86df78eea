import type { WorldHouse } from '../testing/open-world.ts'
import { inWorld } from './ground.ts'
import { faultsWhere, type Trial, type TrialReport } from './trial.ts'

export const trial: Trial = {
  name: 'decisions',
  about: 'Many decisions on one matter at the same moment: one stands, the others are told so.',
  run: ({ isQuick }) => inWorld((house) => decideAtOnce(house, isQuick ? 50 : 500)),
}

const WAYS = [
  { outcome: 'accepted' },
  { outcome: 'refused', reason: 'There is no money for it this year.' },
  { outcome: 'answered', reason: 'The council has done it since May.' },
  { outcome: 'passed-on', reason: 'Your branch can decide this itself.', pass_to: 'millbrook-branch' },
] as const

/** So many decisions of every kind on one matter, all sent before the first is answered. */
export async function decideAtOnce(house: WorldHouse, many: number): Promise<TrialReport> {
  const noor = await house.as('noor')
  const handedIn = await house.visitor().postJson('/api/v1/submissions', {
    title: 'Give every private tenant a damp inspection within 14 days',
    words: 'My son coughs all winter, and the landlord sends a man with paint.',
    authorship: 'anonymous',
    to: 'housing',
  })
  const { number } = handedIn.json() as { number: number }
  const decide = (_: unknown, at: number) =>
    noor.postJson(`/api/v1/submissions/${number}/decision`, WAYS[at % WAYS.length])
  const replies = await Promise.all(Array.from({ length: many }, decide))
  const stood = replies.filter(({ status }) => status < 300)
  const told = replies.filter(({ status, body }) => status === 409 && /"title":"[^"]{20,}"/.test(body))
  house.clock.moveOn(5 * 60_000)
  await house.runJobs()
  const announced = await house.db
    .selectFrom('entries')
    .innerJoin('matters', 'matters.id', 'entries.matterId')
    .select('entries.kind')
    .where('matters.number', '=', number)
    .where('entries.kind', '!=', 'submission.handed-in')
    .execute()
  return {
    counts: { decisions: many, stood: stood.length, told: told.length, announced: announced.length },
    faults: faultsWhere({
      'Not exactly one decision stood.': stood.length !== 1,
      'Somebody whose decision did not stand was not told so in a sentence.':
        stood.length + told.length !== many,
      'Not exactly one decision was announced.': announced.length !== 1,
    }),
  }
}
