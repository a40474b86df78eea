import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { decidedCustodiesOf, heldAt } from './held-at.ts'
import { nameWhatIsMeant, type OtherMatter } from './name-what-is-meant.ts'

/** One step of a story: an entry with the words that are still sealed beside it. */
export interface Step {
  entryId: string
  kind: string
  at: Date
  bodyName: string | null
  bodySlug: string | null
  /** The public words; null when they were removed, or when there never were any. */
  words: Readonly<Record<string, unknown>> | null
  /** The leaf: what the record itself says. */
  leaf: Readonly<Record<string, unknown>>
  /** Its place in the record; null until it was sequenced. */
  leafIndex: number | null
  /** The body it went to, or was asked of. */
  to: { name: string; slug: string } | null
  /** The matter it was merged into, or that was merged into it. */
  other: OtherMatter | null
  /** For a decision: days the body held it, and by how many that was over its promise. */
  held: { days: number; over: number } | null
}

/** Every step of a matter, oldest first. */
export async function storyOf(db: Db, matterId: string): Promise<Step[]> {
  const [rows, custodies] = await Promise.all([
    entriesOf(db, matterId).execute(),
    decidedCustodiesOf(db, matterId),
  ])
  const told = rows.map(({ content, leaf, ...row }) => ({
    ...row,
    leaf: JSON.parse(leaf) as Step['leaf'],
    words: content === null ? null : (JSON.parse(content) as NonNullable<Step['words']>),
  }))
  const named = await nameWhatIsMeant(db, told)
  return told.map((step) => ({
    ...step,
    to: named.body(step),
    other: named.matter(step),
    held: heldAt(custodies, step),
  }))
}

function entriesOf(db: Db, matterId: string) {
  return (
    db
      .selectFrom('entries')
      .leftJoin('sealed', (join) =>
        join.onRef('sealed.entryId', '=', 'entries.id').on('sealed.part', '=', 'public'),
      )
      // The author's own words are in the entry of the receipt: unread while they are held, and once they were removed.
      .leftJoin('receipts', 'receipts.entryId', 'entries.id')
      .leftJoin('matters as shown', (join) =>
        join.onRef('shown.id', '=', 'entries.matterId').on('shown.visibility', '=', 'public'),
      )
      .leftJoin('bodies', 'bodies.id', 'entries.bodyId')
      .leftJoin('recordLeaves', 'recordLeaves.entryId', 'entries.id')
      .leftJoin('unsequenced', 'unsequenced.entryId', 'entries.id')
      .select([
        'entries.id as entryId',
        'entries.kind',
        'entries.at',
        'entries.leaf',
        sql<
          string | null
        >`case when receipts.entry_id is null or shown.id is not null then sealed.content end`.as('content'),
        'bodies.name as bodyName',
        'bodies.slug as bodySlug',
        'recordLeaves.leafIndex',
      ])
      .where('entries.matterId', '=', matterId)
      .orderBy('entries.at')
      // Two of the same moment: as they stand in the record, or wait for it.
      .orderBy('recordLeaves.leafIndex', (order) => order.asc().nullsLast())
      .orderBy('unsequenced.arrival')
  )
}

/** Where a matter is now, since when, and by when an answer is due. */
export interface OpenCustody {
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

export async function openCustodyOf(db: Db, matterId: string): Promise<OpenCustody | null> {
  const row = await db
    .selectFrom('custody')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .select([
      'custody.id',
      'custody.bodyId',
      'bodies.slug as bodySlug',
      'bodies.name as bodyName',
      'units.lineage',
      'custody.receivedAt',
      'custody.dueAt',
      'custody.promiseDays',
      'custody.consideredAt',
    ])
    .where('custody.matterId', '=', matterId)
    .where('custody.decidedAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
