import type { Db } from '#core/db/connect.ts'
import { appealCase, decideAppeal } from '#ground/moderation/appeal-case.ts'
import { type Case, caseOf } from '#ground/moderation/case-of.ts'
import { decideCase } from '#ground/moderation/decide-case.ts'
import { reportWords } from '#ground/moderation/open-case.ts'
import { REASONS } from '#ground/moderation/reasons.ts'
import type { DeedOf } from './clerk-deeds.ts'
import type { Play } from './play-timeline.ts'
import { placeOf } from './settled.ts'

const DECISIONS = { release: 'released', keep: 'kept', remove: 'removed' } as const
const HEARINGS = { restore: 'overturned', uphold: 'stands' } as const
type ModerationDeed = keyof typeof DECISIONS | keyof typeof HEARINGS | 'report' | 'appeal'

export function isModerationDeed(deed: string): deed is ModerationDeed {
  return deed === 'report' || deed === 'appeal' || isDecision(deed) || isHearing(deed)
}

const isDecision = (deed: string): deed is keyof typeof DECISIONS => Object.hasOwn(DECISIONS, deed)
const isHearing = (deed: string): deed is keyof typeof HEARINGS => Object.hasOwn(HEARINGS, deed)

/** What is reported, decided, appealed and heard about the words of a submission. */
export async function moderationDeed(play: Play, deed: DeedOf): Promise<string> {
  const { db } = play.house
  const { step, at } = deed
  const why = step.why ?? ''
  if (step.do === 'report') return report(play, deed)
  const found = await latestCase(db, deed.number)
  if (!found) return 'there is no case'
  if (step.do === 'appeal') return told(await appealCase(db, { found, words: why, now: at }))
  const by = moderatorOf(play, isHearing(step.do) ? 'executive' : 'front-desk')
  const said = { found, explanation: why, language: step.lang ?? 'en', by, now: at }
  if (isHearing(step.do)) return told(await decideAppeal(db, { ...said, outcome: HEARINGS[step.do] }))
  if (!isDecision(step.do)) return 'no moderator does that'
  const reason = REASONS.find((known) => known === step.to) ?? null
  return told(await decideCase(db, { ...said, outcome: DECISIONS[step.do], reason }))
}

async function report({ house }: Play, { step, number, at }: DeedOf): Promise<string> {
  const reason = REASONS.find((known) => known === step.to)
  const matter = await house.db
    .selectFrom('matters')
    .innerJoin('custody', 'custody.matterId', 'matters.id')
    .select(['matters.id', 'custody.bodyId'])
    .where('matters.number', '=', number)
    .orderBy('custody.receivedAt', 'desc')
    .executeTakeFirst()
  if (!matter || !reason) return 'nothing can be reported for that'
  const remark = step.why ?? null
  await reportWords(house.db, { matterId: matter.id, bodyId: matter.bodyId, reason, remark, now: at })
  return 'done'
}

async function latestCase(db: Db, number: number): Promise<Case | null> {
  const row = await db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .select('moderationCases.id')
    .where('matters.number', '=', number)
    .orderBy('moderationCases.openedAt', 'desc')
    .executeTakeFirst()
  return row ? caseOf(db, row.id) : null
}

function moderatorOf({ movement, settled }: Play, body: string): string {
  const moderator = movement.bodies.find(({ slug }) => slug === body)?.moderator
  return placeOf(settled.people, moderator ?? '').id
}

function told(done: { ok: true } | { ok: false; why: string }): string {
  return done.ok ? 'done' : done.why
}
