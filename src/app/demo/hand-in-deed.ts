import { type Author, handInSubmission } from '../../propose/submissions/index.ts'
import type { Play } from './play-timeline.ts'
import { placeOf, type Settled, sourceOf } from './settled.ts'
import type { DemoSubmission } from './timeline-text.ts'

/** Hands one in. Those without an account get a follow-up key that the walks can make again from the house's secret. */
export async function handInDeed(
  { settled, house }: Pick<Play, 'settled' | 'house'>,
  { submission, at }: { submission: DemoSubmission; at: Date },
): Promise<string> {
  if (settled.numbers.has(submission.key)) return 'it is there already'
  const author = authorOf(submission, settled)
  const hasAccount = author.authorship !== 'anonymous' && author.person !== null
  const outcome = await handInSubmission(house.db, {
    handIn: {
      title: submission.title,
      words: submission.words,
      language: submission.lang,
      kind: submission.kind,
      body: placeOf(settled.bodies, submission.to ?? 'front-desk'),
      isWhoeverShould: submission.to === undefined,
      onBehalfOf: submission.for === undefined ? null : placeOf(settled.units, submission.for),
      author,
      route: submission.route,
      source: sourceOf(submission.key),
    },
    once: { key: hasAccount ? null : sourceOf(submission.key), asker: 'anyone', request: null, now: at },
    secret: house.house.secret,
  })
  if (!outcome.ok) return outcome.why
  settled.numbers.set(submission.key, outcome.number)
  return 'done'
}

function authorOf({ as: authorship, by, name }: DemoSubmission, { people }: Settled): Author {
  if (authorship === 'anonymous') return { authorship }
  const person = by === undefined ? null : placeOf(people, by)
  return { authorship, person, name: name ?? null, email: null }
}
