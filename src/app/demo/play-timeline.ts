import type { Job } from '#core/slice/define-slice.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { authorDeed, isAuthorDeed } from './author-deeds.ts'
import { clerkDeed, isClerkDeed } from './clerk-deeds.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { formDeeds } from './form-deeds.ts'
import { gatheringDeeds } from './gathering-deeds.ts'
import { handInDeed } from './hand-in-deed.ts'
import { isModerationDeed, moderationDeed } from './moderation-deeds.ts'
import type { Movement } from './movement.ts'
import { organisationDeeds } from './organisation-deeds.ts'
import type { Settled } from './settled.ts'
import { translationDeeds } from './translation-deeds.ts'

export interface Play {
  movement: Movement
  settled: Settled
  /** The day that the files count from. */
  today: Date
  /** What the files tell from after this moment on is played. What lies before `from` and was not done happens at `from`. */
  since: Date
  from: Date
  to: Date
  /** The house whose clock is moved from deed to deed. */
  house: JobHouse & { clock: { setTo(at: Date): void } }
  /** What a worker would have run in all that time. */
  jobs: readonly Job[]
  /** Every how many days the jobs run, beside each decision's announcement. */
  jobsEveryDays: number
  /** At the settling a deed that cannot be done is a mistake in the files; later somebody was quicker, and it is left out. */
  isStrict: boolean
  /** Told now and then how much has happened, of how much. */
  onProgress?: Progress
}

export type Progress = (done: number, all: number) => void

interface Happening {
  at: Date
  happen(at: Date): Promise<void>
}

/** Ten minutes past announcing: the decision has been announced by then. */
const AFTER_ANNOUNCING_MS = 600_000

/** Plays what the files tell of a stretch of time, in the order of its moments, through the commands a real one goes through. */
export async function playTimeline(play: Play): Promise<void> {
  const { since, to, house } = play
  const all = [
    ...deedsOfAll(play),
    ...organisationDeeds(play),
    ...gatheringDeeds(play),
    ...translationDeeds(play),
    ...formDeeds(play),
    ...housekeeping(play),
  ]
  const happenings = all.filter(({ at }) => at > since && at <= to)
  const inOrder = happenings.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const [done, { at, happen }] of inOrder.entries()) {
    const when = notBefore(play, at)
    house.clock.setTo(when)
    await happen(when)
    play.onProgress?.(done + 1, inOrder.length)
  }
}

function notBefore({ from }: Play, at: Date): Date {
  return at < from ? from : at
}

function deedsOfAll(play: Play): Happening[] {
  const { movement, today, isStrict } = play
  const reviewerOf = new Map(movement.bodies.map(({ slug, reviewer }) => [slug, reviewer]))
  return movement.submissions
    .flatMap((submission) => deedsOf(submission, { today, reviewerOf }))
    .flatMap((deed) => {
      const happen = async (at: Date) => {
        const done = await doDeed(play, { ...deed, at })
        if (done !== 'done' && isStrict)
          throw new Error(
            `db/demo, “${deed.submission.key}”, day ${deed.step?.day}, ${deed.step?.do}: ${done}`,
          )
      }
      const announced = new Date(deed.at.getTime() + AFTER_ANNOUNCING_MS)
      const isDecision = deed.step !== undefined && isClerkDeed(deed.step.do) && deed.step.do !== 'consider'
      return isDecision
        ? [
            { at: deed.at, happen },
            { at: announced, happen: () => run(play, ['announce-decisions']) },
          ]
        : [{ at: deed.at, happen }]
    })
}

/** `done`, or why not. */
async function doDeed(play: Play, { step, submission, body, at }: Deed): Promise<string> {
  if (!step) return handInDeed(play, { submission, at })
  const number = play.settled.numbers.get(submission.key)
  if (number === undefined) return 'it was never handed in'
  const deed = { step, submission, body, at, number }
  if (isClerkDeed(step.do)) return clerkDeed(play, deed)
  if (isModerationDeed(step.do)) return moderationDeed(play, deed)
  return isAuthorDeed(step.do) ? authorDeed(play, deed) : 'nobody does that'
}

const EVENING_MS = 82_800_000

/** What the worker does beside: letters of reminder, roles that lapse, words that are erased, the record's places. */
function housekeeping(play: Play): Happening[] {
  const evenings: Happening[] = []
  const midnight = new Date(`${play.from.toISOString().slice(0, 10)}T00:00:00Z`)
  for (let day = midnight; day < play.to; day = addDays(day, play.jobsEveryDays))
    evenings.push({ at: new Date(day.getTime() + EVENING_MS), happen: () => run(play) })
  return evenings
}

async function run({ jobs, house }: Play, names?: readonly string[]): Promise<void> {
  for (const job of jobs.filter(({ name }) => names?.includes(name) ?? true)) await job.run(house)
}
