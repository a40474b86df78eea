import type { Db } from '#core/db/connect.ts'
import { KeptFigures } from '#core/db/kept-figures.ts'
import { countQueue, type QueueCounts, type Queued, queueOf } from '#ground/matters/queue-of.ts'
import { withTitles } from '#ground/translations/translations-of.ts'
import { type BodyFigures, figuresOf } from './body-figures.ts'
import { type PeopleOfBody, type Promised, peopleOfBody, promisesOf } from './people-of-body.ts'
import { type Body, bodyById } from './queries.ts'

/** Everything that stands on the public page of a body. */
export interface FactsOfBody {
  body: Body
  closedOn: string | null
  reviewer: Body | null
  figures: BodyFigures
  promises: Promised[]
  people: PeopleOfBody
  queue: Queued[]
  counts: QueueCounts
  from: number
}

export const QUEUE_PAGE = 20

const LARGE = 5_000
/** Of a body with so many before it the numbers over its queue are up to a minute old; the queue itself never is. */
const keptCounts = new KeptFigures<QueueCounts>(({ all }) => all > LARGE)

export async function factsOfBody(
  db: Db,
  { body, now, from, language }: { body: Body; now: Date; from: number; language: string },
): Promise<FactsOfBody> {
  const wish = { bodyId: body.id, now, limit: QUEUE_PAGE, offset: from }
  const [reviewer, figures, promises, people, queue, counts, closed] = await Promise.all([
    body.reviewedBy === null ? null : bodyById(db, body.reviewedBy, now),
    figuresOf(db, { bodyId: body.id, now }),
    promisesOf(db, body.id),
    peopleOfBody(db, { bodyId: body.id, now }),
    queueOf(db, wish).then((rows) => withTitles(db, language, rows)),
    keptCounts.get(db, { key: body.id, now, count: () => countQueue(db, wish) }),
    db.selectFrom('bodies').select('closedOn').where('id', '=', body.id).executeTakeFirstOrThrow(),
  ])
  return { body, closedOn: closed.closedOn, reviewer, figures, promises, people, queue, counts, from }
}

/** `?from=20`: how many of the queue were read before. */
export function offsetOf(value: unknown): number {
  const digits = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : 0
  return digits
}
