import { sha256 } from '#core/ids/hashes.ts'
import { DAY_MS } from '#core/time/clock.ts'
import { addDays } from '#core/time/days.ts'
import type { DemoSubmission } from './timeline-text.ts'

/** Something that happens in the demonstration, and when. */
export interface Deed {
  at: Date
  /** Undefined for the hand-in itself. */
  step?: DemoSubmission['steps'][number]
  submission: DemoSubmission
  /** Where the matter is by then, if everything went as the files say; a deed of its body is left out elsewhere. */
  body: string
}

interface Calendar {
  /** The day that the files count from. */
  today: Date
  /** Slug of the body that reviews another. */
  reviewerOf: ReadonlyMap<string, string | null>
}

const MORNING_MS = 7 * 3_600_000
const WAKING_MS = 14 * 3_600_000
const BETWEEN_STEPS_MS = 1_200_000
const HOUR_MS = 3_600_000

/** What became of a submission, step by step with its moments: the same for ever, whatever else stands in the files. */
export function deedsOf(submission: DemoSubmission, { today, reviewerOf }: Calendar): Deed[] {
  let body = submission.to ?? 'front-desk'
  let last = momentOf(submission.key, { day: submission.day, today })
  const deeds: Deed[] = [{ at: last, submission, body }]
  for (const [place, step] of submission.steps.entries()) {
    if (step.do === 'review') body = reviewerOf.get(body) ?? body
    const planned = momentOf(`${submission.key} ${place}`, { day: step.day, today })
    last = new Date(Math.max(planned.getTime(), last.getTime() + BETWEEN_STEPS_MS))
    deeds.push({ at: last, step, submission, body })
    if (step.do === 'pass') body = step.to ?? body
  }
  return deeds
}

/** A waking hour of that day that hangs on the name alone. What is said to be today lies in the hours just gone. */
function momentOf(name: string, { day, today }: { day: number; today: Date }): Date {
  const chance = sha256(name).readUInt32BE() / 2 ** 32
  const midnight = Math.floor(addDays(today, day).getTime() / DAY_MS) * DAY_MS
  const waking = midnight + MORNING_MS + chance * WAKING_MS
  const isAhead = day <= 0 && waking > today.getTime() - HOUR_MS / 6
  return new Date(isAhead ? today.getTime() - HOUR_MS * (1 + 4 * chance) : Math.floor(waking))
}
