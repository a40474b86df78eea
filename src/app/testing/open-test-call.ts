import { inTransaction } from '#core/db/transaction.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { makeNotice, type NewVersion } from '#ground/notices/make-notice.ts'
import { announceCall, type Call, findVisibleCall, type NewCall } from '../../listen/calls/index.ts'
import type { WorldHouse } from './open-world.ts'

interface Wanted extends Partial<Omit<NewCall, 'body' | 'notice'>> {
  body?: keyof WorldHouse['world']['bodies']
  publishes?: NewVersion['publishes']
}

let made = 0

/**
 * A notice and an open call in the test world: the Housing Commission asks one open question, a choice (two of three), two
 * statements and a place. It closes in fourteen days and promises an answer in sixty.
 */
export async function openTestCall(house: Pick<WorldHouse, 'db' | 'clock' | 'world'>, wanted: Wanted = {}) {
  const { db, clock, world } = house
  const at = clock.now()
  const { body = 'housing', publishes = 'words', ...more } = wanted
  const number = await inTransaction(db, async (tx) => {
    made += 1
    const { id, version } = await makeNotice(
      tx,
      {
        slug: `test-call-${made}`,
        unitId: world.units.alliance.id,
        version: testVersion(publishes),
        madeBy: null,
      },
      at,
    )
    const asked = world.bodies[body]
    const call = await announceCall(
      tx,
      {
        ...TEST_CALL,
        opensAt: at,
        closesAt: addDays(at, 14),
        helpersUntil: addDays(at, 21),
        promisedOn: isoDate(addDays(at, 60)),
        by: null,
        ...more,
        body: { ...asked, unitId: await unitOf(house, asked.id) },
        notice: { id, version },
      },
      at,
    )
    return call.number
  })
  const call = await findVisibleCall(db, { person: null, grants: [], scopes: null }, number)
  if (!call) throw new Error('the call was not announced')
  return call
}

async function unitOf({ db }: Pick<WorldHouse, 'db'>, bodyId: string): Promise<string> {
  const { unitId } = await db
    .selectFrom('bodies')
    .select('unitId')
    .where('id', '=', bodyId)
    .executeTakeFirstOrThrow()
  return unitId
}

/** Terms of a notice for tests; `publishes` says how far. */
export function testVersion(publishes: NewVersion['publishes'] = 'words'): NewVersion {
  return {
    basis: 'consent',
    specialBasis: 'explicit-consent',
    purposes: ['to-answer', 'to-find-themes'],
    recipients: ['clerks', 'moderators'],
    publishes,
    keptDays: 730,
    original: 'en',
    texts: {
      en: {
        title: 'Answers to calls',
        summary: 'The commission reads your answer; your words are published, your name is not.',
        purpose: 'To hear what people say about the question.',
        kept: 'Your answer, for two years.',
        seen: 'The clerks and moderators of the commission.',
        published: 'Your words, without your name.',
        objecting: 'Write to the front desk.',
      },
    },
  }
}

const TEST_CALL = {
  title: 'What would make rural buses work for you?',
  language: 'en',
  about: 'We write to the ministry in spring.',
  audience: 'anyone' as const,
  promise: 'We publish what was said, and say what we took up and why.',
  questions: [
    { kind: 'open' as const, wording: 'What is the trouble with buses where you live?' },
    {
      kind: 'choice' as const,
      wording: 'When would you ride?',
      mostChoices: 2,
      options: ['Mornings', 'Evenings', 'Sundays'],
    },
    {
      kind: 'statements' as const,
      wording: 'Do you agree?',
      options: ['Buses should be free', 'Buses should run at night'],
    },
    { kind: 'place' as const, wording: 'Which place is this about?' },
  ],
}

/** The question of a kind in a call of `openTestCall`. */
export function questionOf(call: Call, kind: Call['questions'][number]['kind']) {
  const question = call.questions.find((one) => one.kind === kind)
  if (!question) throw new Error(`the call asks no ${kind} question`)
  return question
}
