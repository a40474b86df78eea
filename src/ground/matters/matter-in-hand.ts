import type { Db } from '#core/db/connect.ts'
import { pathTo } from './kinds.ts'

/** A matter as the clerk who has it reads it: with its words, even while they are held from the public. */
export interface MatterInHand {
  id: string
  number: number
  kind: string
  path: string
  title: string | null
  words: string | null
  /** `light` or `plain`. */
  format: string
  language: string
  visibility: string
  route: string
  openedAt: Date
  unitName: string
  /** Null when withheld, anonymous or not given. */
  by: string | null
  authorship: string | null
  custody: {
    id: string
    bodyId: string
    bodySlug: string
    bodyName: string
    lineage: string[]
    receivedAt: Date
    dueAt: Date
    promiseDays: number
    consideredAt: Date | null
  }
}

/** The open matter of a number with the body that has it; null when it ended, or there is none. */
export async function matterInHand(db: Db, number: number): Promise<MatterInHand | null> {
  const row = await inHand(db).where('matters.number', '=', number).executeTakeFirst()
  if (!row) return null
  const { id, custodyId, bodyId, bodySlug, bodyName, lineage, receivedAt, dueAt, promiseDays, ...rest } = row
  const { consideredAt, ...matter } = rest
  const said = await firstWords(db, id)
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : null)
  return {
    ...matter,
    id,
    path: pathTo(matter),
    words: text('words'),
    format: text('format') ?? 'plain',
    by: text('by'),
    authorship: text('authorship'),
    custody: {
      id: custodyId,
      bodyId,
      bodySlug,
      bodyName,
      lineage,
      receivedAt,
      dueAt,
      promiseDays,
      consideredAt,
    },
  }
}

function inHand(db: Db) {
  return db
    .selectFrom('matters')
    .innerJoin('custody', (join) =>
      join.onRef('custody.matterId', '=', 'matters.id').on('custody.decidedAt', 'is', null),
    )
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .innerJoin('units as place', 'place.id', 'bodies.unitId')
    .innerJoin('units', 'units.id', 'matters.unitId')
    .select([
      'matters.id',
      'matters.number',
      'matters.kind',
      'matters.title',
      'matters.language',
      'matters.visibility',
      'matters.route',
      'matters.openedAt',
      'units.name as unitName',
      'custody.id as custodyId',
      'custody.bodyId',
      'bodies.slug as bodySlug',
      'bodies.name as bodyName',
      'place.lineage',
      'custody.receivedAt',
      'custody.dueAt',
      'custody.promiseDays',
      'custody.consideredAt',
    ])
}

/**
 * What was said when it was handed in: the public words of the entry its receipt is about. Where its author had their name
 * erased, those are gone and the words alone stand with the submission.
 */
async function firstWords(db: Db, matterId: string): Promise<Readonly<Record<string, unknown>>> {
  const first = await db
    .selectFrom('receipts')
    .leftJoin('sealed', (join) =>
      join.onRef('sealed.entryId', '=', 'receipts.entryId').on('sealed.part', '=', 'public'),
    )
    .leftJoin('submissions', 'submissions.id', 'receipts.matterId')
    .select(['sealed.content', 'submissions.words', 'submissions.authorship'])
    .where('receipts.matterId', '=', matterId)
    .executeTakeFirst()
  if (!first) return {}
  const { content, words, authorship } = first
  return content === null ? { words, authorship } : JSON.parse(content)
}
