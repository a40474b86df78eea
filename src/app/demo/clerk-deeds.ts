import { addDays, isoDate } from '#core/time/days.ts'
import { considerMatter } from '#ground/matters/consider-matter.ts'
import { decideMatter, type NewDecision } from '#ground/matters/decide-matter.ts'
import { type MatterInHand, matterInHand } from '#ground/matters/matter-in-hand.ts'
import type { Play } from './play-timeline.ts'
import { placeOf } from './settled.ts'
import type { DemoStep } from './timeline-text.ts'

export interface DeedOf {
  step: DemoStep
  /** Whose clerk does it. */
  body: string
  at: Date
  number: number
}

const OUTCOMES = {
  pass: 'passed-on',
  merge: 'merged',
  answer: 'answered',
  accept: 'accepted',
  defer: 'deferred',
  refuse: 'refused',
} as const

type ClerkDeed = keyof typeof OUTCOMES | 'consider'

export function isClerkDeed(deed: string): deed is ClerkDeed {
  return deed === 'consider' || Object.hasOwn(OUTCOMES, deed)
}

/** What the clerk of a body does: opens it, or records what was decided. */
export async function clerkDeed(play: Play, deed: DeedOf): Promise<string> {
  const { db } = play.house
  const matter = await matterInHand(db, deed.number)
  if (!matter) return 'it has ended'
  if (matter.custody.bodySlug !== deed.body) return `it is with ${matter.custody.bodySlug}`
  if (deed.step.do === 'consider') {
    const begun = await considerMatter(db, { matter, custody: matter.custody, now: deed.at })
    return begun.ok ? 'done' : begun.why
  }
  const decision = await decisionOf(play, deed, matter)
  const decided = await decideMatter(db, {
    decision,
    once: { key: null, asker: 'demonstration', request: null, now: deed.at },
  })
  if (!decided.ok) return decided.why
  const { result } = decided
  // The wish to pass it back is noted, and its author is asked.
  return result.ok || result.why === 'needs-agreement' ? 'done' : result.why
}

async function decisionOf(
  { settled, house, movement, today }: Play,
  { step, body }: DeedOf,
  { id, custody }: MatterInHand,
): Promise<NewDecision> {
  const { do: deed, to = '' } = step
  if (!isOutcome(deed)) throw new Error(`No clerk decides “${deed}”.`)
  const into = deed === 'merge' ? await matterInHand(house.db, placeOf(settled.numbers, to)) : null
  const clerk = movement.bodies.find(({ slug }) => slug === body)?.clerk ?? ''
  return {
    custodyId: custody.id,
    matterId: id,
    bodyId: custody.bodyId,
    bodySlug: custody.bodySlug,
    outcome: OUTCOMES[deed],
    reason: step.why ?? null,
    language: step.lang ?? 'en',
    passTo: deed === 'pass' ? placeOf(settled.bodies, to) : null,
    mergeInto: into && { id: into.id },
    untilOn: deed === 'defer' ? isoDate(addDays(today, Number(to))) : null,
    by: placeOf(settled.people, clerk).id,
  }
}

function isOutcome(deed: string): deed is keyof typeof OUTCOMES {
  return Object.hasOwn(OUTCOMES, deed)
}
