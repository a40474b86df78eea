import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { entryGloss } from '#ground/record/entry-types.ts'

interface Span {
  from: Date
  to: Date
}

interface Telling extends Span {
  baseUrl: string
  t: Translate
}

const SHOWN = 6

/** What happened between two moments of a demonstration, in lines with links. */
export async function whatChanged(db: Db, { from, to, baseUrl, t }: Telling): Promise<string[]> {
  const span = { from, to }
  const linked = (rows: readonly Told[]) => [
    ...rows
      .slice(0, SHOWN)
      .map((row) => `  ${baseUrl}${pathTo(row)}  ${row.title ?? '…'}${row.note ? ` (${row.note})` : ''}`),
    ...(rows.length > SHOWN ? [`  and ${rows.length - SHOWN} more`] : []),
  ]
  const steps = await stepsIn(db, span)
  const of = (kind: string) => steps.filter((step) => step.entryKind === kind)
  const decided = await decidedIn(db, span)
  const late = decided.filter(({ isLate }) => isLate)
  const overdue = await overdueSince(db, span)
  const { letters, asked } = await lettersIn(db, span)
  const lapsed = of('grant.lapsed').length
  const told = new Set(['submission.handed-in', 'grant.lapsed'])
  const other = countsOf(steps.filter(({ entryKind }) => !told.has(entryKind)))
  return [
    `It is ${t.day(to)}.`,
    `Handed in: ${of('submission.handed-in').length}`,
    ...linked(of('submission.handed-in')),
    `Announced: ${decided.length}, of which ${decided.length - late.length} kept their promise and ${late.length} did not`,
    ...linked(decided.map((row) => ({ ...row, note: `${row.note}${row.isLate ? ', late' : ''}` }))),
    `Became overdue: ${overdue.length}, all of them at ${baseUrl}/overdue`,
    ...linked(overdue),
    `Letters: ${letters}, of which ${asked} ask whether it was an answer; read them at ${baseUrl}/demo/mail`,
    ...(lapsed > 0 ? [`Roles that lapsed: ${lapsed}, see ${baseUrl}/roles`] : []),
    'In the record:',
    ...[...other].map(([kind, count]) => `  ${count} × ${t(entryGloss(kind))}`),
    `Everything, step by step: ${baseUrl}/record`,
  ]
}

interface Told {
  number: number
  kind: string
  title: string | null
  note?: string
}

function countsOf(steps: readonly { entryKind: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { entryKind } of steps) counts.set(entryKind, (counts.get(entryKind) ?? 0) + 1)
  return counts
}

const shownTitle = sql<string | null>`case when matters.visibility = 'public' then matters.title end`

function stepsIn(db: Db, { from, to }: Span) {
  return db
    .selectFrom('entries')
    .leftJoin('matters', 'matters.id', 'entries.matterId')
    .select([
      'entries.kind as entryKind',
      sql<number>`coalesce(matters.number, 0)`.as('number'),
      sql<string>`coalesce(matters.kind, '')`.as('kind'),
      shownTitle.as('title'),
    ])
    .where('entries.at', '>', from)
    .where('entries.at', '<=', to)
    .orderBy('entries.at')
    .execute()
}

function decidedIn(db: Db, { from, to }: Span) {
  return db
    .selectFrom('custody')
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select([
      'matters.number',
      'matters.kind',
      shownTitle.as('title'),
      sql<string>`custody.outcome || ', ' || bodies.name`.as('note'),
      sql<boolean>`custody.decided_at > custody.due_at`.as('isLate'),
    ])
    .where('custody.decidedAt', '>', from)
    .where('custody.decidedAt', '<=', to)
    .orderBy('custody.decidedAt')
    .execute()
}

function overdueSince(db: Db, { from, to }: Span) {
  return db
    .selectFrom('custody')
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select(['matters.number', 'matters.kind', shownTitle.as('title'), 'bodies.name as note'])
    .where('custody.decidedAt', 'is', null)
    .where('custody.dueAt', '>', from)
    .where('custody.dueAt', '<=', to)
    .orderBy('custody.dueAt')
    .execute()
}

async function lettersIn(db: Db, { from, to }: Span): Promise<{ letters: number; asked: number }> {
  const { rows } = await sql<{ letters: number; asked: number }>`
    select
      (select count(*) from letters_out where made_at > ${from} and made_at <= ${to}) as letters,
      (select count(*) from verdict_requests where asked_at > ${from} and asked_at <= ${to}) as asked`.execute(
    db,
  )
  return rows[0] ?? { letters: 0, asked: 0 }
}
