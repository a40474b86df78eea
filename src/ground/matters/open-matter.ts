import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { orderedId, unorderedId } from '#core/ids/ids.ts'
import { takeIntoCustody } from './take-into-custody.ts'

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
}

export interface OpenedMatter {
  id: string
  number: number
  openedAt: Date
  dueAt: Date
  promiseDays: number
}

/** Opens a matter and puts it into the custody of its first body, whose published promise sets the clock. */
export async function openMatter(tx: Tx, matter: NewMatter): Promise<OpenedMatter> {
  const openedAt = matter.isAnonymous ? startOfHour(matter.at) : matter.at
  const id = matter.isAnonymous ? unorderedId() : orderedId(matter.at)
  const { number } = await tx
    .insertInto('matters')
    .values({
      id,
      number: sql<number>`nextval('public_numbers')`,
      slice: matter.slice,
      kind: matter.kind,
      title: matter.title,
      language: matter.language,
      unitId: matter.unitId,
      visibility: matter.visibility ?? 'public',
      route: matter.route,
      openedAt,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  const custody = await takeIntoCustody(tx, { matterId: id, bodyId: matter.bodyId, at: openedAt })
  return { id, number, openedAt, dueAt: custody.dueAt, promiseDays: custody.promiseDays }
}

function startOfHour(at: Date): Date {
  const hour = new Date(at)
  hour.setUTCMinutes(0, 0, 0)
  return hour
}
