import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { rowsToInsert, writeTogether } from '#core/db/insert-rows.ts'
import { kept, opaque } from '#core/db/kept-statements.ts'
import { orderedId, unorderedId } from '#core/ids/ids.ts'
import { custodyOf, promisesAt } from './take-into-custody.ts'

export interface NewMatter {
  slice: string
  kind: string
  title: string
  language: string
  unitId: string
  /** How it came in: web, paper, phone, e-mail, text, import. */
  route: string
  visibility?: 'public' | 'held'
  bodyId: string
  at: Date
  /** Anonymous: an id that does not tell its order, and a time to the hour. */
  isAnonymous?: boolean
  /** Due on a day of its own, whatever the body's promise: a call for input promises one. */
  dueAt?: Date
}

export interface OpenedMatter {
  id: string
  number: number
  openedAt: Date
  dueAt: Date
  promiseDays: number
}

/** Opens matters and puts each into the custody of its first body, whose published promise sets the clock. */
export async function openMatters(tx: Tx, matters: readonly NewMatter[]): Promise<OpenedMatter[]> {
  const { opened, inserts } = await mattersToOpen(tx, matters)
  await writeTogether(tx, inserts)
  return opened
}

/** The same, not yet written: the numbers are taken and the clocks known, in one question. */
export async function mattersToOpen(
  db: Db | Tx,
  matters: readonly NewMatter[],
): Promise<{ opened: OpenedMatter[]; inserts: (RawBuilder<unknown> | null)[] }> {
  const { numbers, promises } = await numbersAndPromises(db, matters)
  const rows = matters.map((matter, at) => rowOf(matter, numbers[at] ?? 0))
  const custody = rows.map(({ id, openedAt }, at) =>
    custodyOf(
      { matterId: id, bodyId: matters[at]?.bodyId ?? '', at: openedAt, dueAt: matters[at]?.dueAt },
      promises[at],
    ),
  )
  const opened = rows.map(({ id, number, openedAt }, at) => ({
    id,
    number,
    openedAt,
    ...clockOf(custody[at]),
  }))
  return { opened, inserts: [rowsToInsert('matters', rows), rowsToInsert('custody', custody)] }
}

/** The next public numbers, for whatever has one and is opened in its own way. */
export async function takeNumbers(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{ numbers: number[] }>`select ${nextNumbers(count)} as numbers`.execute(tx)
  return rows[0]?.numbers ?? []
}

async function numbersAndPromises(db: Db | Tx, matters: readonly NewMatter[]) {
  const arrivals = matters.map(({ bodyId, at, isAnonymous }) => ({
    bodyId,
    at: isAnonymous ? startOfHour(at) : at,
  }))
  const { rows } = await sql<{ numbers: number[]; promises: (number | null)[] }>`
    select ${nextNumbers(matters.length)} as numbers, ${promisesAt(arrivals)} as promises ${kept}`.execute(db)
  return rows[0] ?? { numbers: [], promises: [] }
}

/**
 * The next public numbers, as a part of a larger question. They run in order of arrival; a number of a hand-in that failed is
 * left out, never given twice.
 */
export function nextNumbers(count: number): RawBuilder<number[]> {
  return sql<number[]>`(
    select coalesce(json_agg(nextval('public_numbers')), '[]') from generate_series(1, ${opaque(sql`${count}::integer`)})
  )`
}

function rowOf(matter: NewMatter, number: number) {
  return {
    id: matter.isAnonymous ? unorderedId() : orderedId(matter.at),
    number,
    slice: matter.slice,
    kind: matter.kind,
    title: matter.title,
    language: matter.language,
    unitId: matter.unitId,
    visibility: matter.visibility ?? 'public',
    route: matter.route,
    openedAt: matter.isAnonymous ? startOfHour(matter.at) : matter.at,
  }
}

function clockOf(clock: { dueAt: Date; promiseDays: number } | undefined) {
  if (!clock) throw new Error('A matter was opened without a custody.')
  return { dueAt: clock.dueAt, promiseDays: clock.promiseDays }
}

/** All that an anonymous author's time may tell. */
export function startOfHour(at: Date): Date {
  const hour = new Date(at)
  hour.setUTCMinutes(0, 0, 0)
  return hour
}
