import { NOBODY } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { announceDueDecisions } from '#ground/matters/announce-decisions.ts'
import { considerMatter } from '#ground/matters/consider-matter.ts'
import { decideMatter } from '#ground/matters/decide-matter.ts'
import { matterInHand } from '#ground/matters/matter-in-hand.ts'
import {
  type Author,
  findVisibleSubmission,
  handInSubmission,
  requestReview,
  withdrawSubmission,
} from '../../propose/submissions/index.ts'
import type { DemoStep, DemoSubmission, Movement } from './movement.ts'
import type { Settled } from './settle-people.ts'

export interface Play {
  db: Db
  movement: Movement
  settled: Settled
  /** The last moment of the timeline: the day of settling. */
  today: Date
  /** The house whose clock is moved from deed to deed. */
  house: JobHouse & { clock: { setTo(at: Date): void } }
}

interface Deed {
  at: Date
  do(): Promise<void>
}

/** Ten minutes past announcing: every decision of the timeline has been announced by then. */
const AFTER_ANNOUNCING_MS = 600_000

/** Plays every submission and every step in the order of their days, through the commands a real one goes through. */
export async function playTimeline(play: Play): Promise<void> {
  const numbers = new Map<string, number>()
  const deeds = play.movement.submissions.flatMap((submission, place) =>
    deedsOf(play, { submission, place, numbers }),
  )
  for (const deed of deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    play.house.clock.setTo(deed.at)
    await deed.do()
  }
}

interface Told {
  submission: DemoSubmission
  place: number
  numbers: Map<string, number>
}

function deedsOf(play: Play, { submission, place, numbers }: Told): Deed[] {
  // Some minutes apart, so that no two things happen at one instant, and never later than now.
  const momentOf = (day: number, step: number) => {
    const at = addDays(play.today, day).getTime() - 3 * 3_600_000 + place * 97_000 + step * 1_200_000
    return new Date(Math.min(at, play.today.getTime() - (60 - place / 2) * 60_000))
  }
  const handIn: Deed = {
    at: momentOf(submission.day, 0),
    do: () => handInOne(play, { submission, place, numbers }, momentOf(submission.day, 0)),
  }
  const steps = submission.steps.map((step, at): Deed => {
    const moment = momentOf(step.day, at + 1)
    return { at: moment, do: () => takeStep(play, { step, submission, numbers, at: moment }) }
  })
  return [handIn, ...steps]
}

async function handInOne(
  { db, settled, house }: Play,
  { submission, numbers }: Told,
  at: Date,
): Promise<void> {
  const body = settled.bodies.get(submission.to ?? 'front-desk')
  if (!body) throw new Error(`db/demo hands “${submission.key}” in to a body that is not there.`)
  const outcome = await handInSubmission(db, {
    handIn: {
      title: submission.title,
      words: submission.words,
      language: submission.lang,
      kind: submission.kind,
      body,
      isWhoeverShould: submission.to === undefined,
      onBehalfOf: settled.units.get(submission.for ?? '') ?? null,
      author: authorOf(submission, settled),
      route: submission.route,
    },
    once: { key: null, asker: 'anyone', request: null, now: at },
    secret: house.house.secret,
  })
  if (outcome.ok) numbers.set(submission.key, outcome.number)
}

function authorOf({ as: authorship, by, name }: DemoSubmission, { people }: Settled): Author {
  if (authorship === 'anonymous') return { authorship }
  return { authorship, person: people.get(by ?? '') ?? null, name: name ?? null, email: null }
}

interface Taken {
  step: DemoStep
  submission: DemoSubmission
  numbers: ReadonlyMap<string, number>
  at: Date
}

const OUTCOMES = {
  pass: 'passed-on',
  merge: 'merged',
  answer: 'answered',
  accept: 'accepted',
  defer: 'deferred',
  refuse: 'refused',
} as const

async function takeStep(play: Play, { step, submission, numbers, at }: Taken): Promise<void> {
  if (step.do === 'review' || step.do === 'withdraw')
    return takeAuthorStep(play.db, { step, number: numbers.get(submission.key), at })
  const matter = await matterInHand(play.db, numbers.get(submission.key) ?? 0)
  if (!matter) return
  if (step.do === 'consider') {
    await considerMatter(play.db, { matter, custody: matter.custody, now: at })
    return
  }
  const target = step.do === 'merge' ? await matterInHand(play.db, numbers.get(step.to ?? '') ?? 0) : null
  const decided = await decideMatter(play.db, {
    decision: {
      custodyId: matter.custody.id,
      matterId: matter.id,
      bodyId: matter.custody.bodyId,
      bodySlug: matter.custody.bodySlug,
      outcome: OUTCOMES[step.do],
      reason: step.why ?? null,
      language: step.lang ?? 'en',
      passTo: step.do === 'pass' ? (play.settled.bodies.get(step.to ?? '') ?? null) : null,
      mergeInto: target && { id: target.id },
      untilOn: step.until === undefined ? null : isoDate(addDays(play.today, step.until)),
      by: play.settled.clerks.get(matter.custody.bodyId) ?? '',
    },
    once: { key: null, asker: 'demo', request: null, now: at },
  })
  if (!decided.ok || !decided.result.ok)
    throw new Error(`db/demo: “${submission.key}”, day ${step.day}: ${JSON.stringify(decided)}`)
  play.house.clock.setTo(new Date(at.getTime() + AFTER_ANNOUNCING_MS))
  await announceDueDecisions(play.house)
}

/** What its author does: withdraw it, or ask for another body to look again. */
async function takeAuthorStep(
  db: Db,
  { step, number, at }: { step: DemoStep; number: number | undefined; at: Date },
): Promise<void> {
  const submission = await findVisibleSubmission(db, NOBODY, String(number))
  if (!submission) throw new Error(`db/demo: ${step.do} on day ${step.day} is about nothing.`)
  const asked = {
    submission,
    language: step.lang ?? 'en',
    once: { key: null, asker: 'demo', request: null, now: at },
  }
  const done =
    step.do === 'review'
      ? await requestReview(db, { ...asked, reason: step.why ?? '' })
      : await withdrawSubmission(db, { ...asked, reason: step.why ?? null })
  if (!done.ok || !done.result.ok)
    throw new Error(`db/demo: ${number}, day ${step.day}: ${JSON.stringify(done)}`)
}
