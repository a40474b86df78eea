import { NOBODY } from '#core/access/viewer.ts'
import { askToFollow, confirm } from '#ground/following/follow-matter.ts'
import { VERDICTS } from '#ground/matters/judge-answer.ts'
import { giveVerdict } from '../../propose/submissions/give-verdict.ts'
import { findVisibleSubmission, requestReview, withdrawSubmission } from '../../propose/submissions/index.ts'
import type { DeedOf } from './clerk-deeds.ts'
import type { Play } from './play-timeline.ts'

const DEEDS = ['review', 'withdraw', 'verdict', 'follow'] as const

export function isAuthorDeed(deed: string): deed is (typeof DEEDS)[number] {
  return DEEDS.some((known) => known === deed)
}

/** What its author does: withdraw it, ask for another body to look again, say whether it was an answer; or a follower, follow. */
export async function authorDeed({ house }: Play, { step, number, at }: DeedOf): Promise<string> {
  const submission = await findVisibleSubmission(house.db, NOBODY, String(number))
  if (!submission) return 'it is not there'
  const language = step.lang ?? submission.language
  const once = { key: null, asker: 'demonstration', request: null, now: at }
  if (step.do === 'follow') return follow(house, { matter: submission, address: step.to ?? '', now: at })
  if (step.do === 'verdict') {
    const verdict = VERDICTS.find((known) => known === step.to)
    if (!verdict) return 'it is judged yes, partly or no'
    return told(await giveVerdict(house.db, { submission, verdict, words: step.why ?? '', language, once }))
  }
  return step.do === 'review'
    ? told(await requestReview(house.db, { submission, reason: step.why ?? '', language, once }))
    : told(await withdrawSubmission(house.db, { submission, reason: step.why ?? null, language, once }))
}

type Refusal = { ok: false; why: string }

function told(done: { ok: true; result: { ok: true } | Refusal } | Refusal): string {
  if (!done.ok) return done.why
  return done.result.ok ? 'done' : done.result.why
}

async function follow(
  house: Play['house'],
  {
    matter,
    address,
    now,
  }: { matter: { id: string; number: number; title: string | null }; address: string; now: Date },
): Promise<string> {
  const { db, translators } = house
  const t = translators.en
  await askToFollow(db, {
    matter: { ...matter, title: matter.title ?? '' },
    address,
    language: 'en',
    now,
    t,
    house: house.house,
  })
  const asked = await db
    .selectFrom('followings')
    .select('id')
    .where('matterId', '=', matter.id)
    .where('address', '=', address)
    .executeTakeFirst()
  if (!asked) return 'it asked in vain'
  await confirm(db, asked.id, now)
  return 'done'
}
