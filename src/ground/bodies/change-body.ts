import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { addBody } from './add-body.ts'
import { bodyById, findBody } from './queries.ts'

/** What can be said of a body anew; its slug and its unit stay, and its promise has a form of its own. */
export interface BodyDetails {
  name: string
  kind: string
  about: string
  /** Slug of the body that hears reviews and appeals. */
  reviewedBy: string | null
  isFrontDesk: boolean
  holdsStrangers: boolean
}

export type BodyRefusal = 'slug-taken' | 'no-such-reviewer' | 'reviews-itself'

export type BodyOutcome =
  | { ok: true; slug: string; change: 'opened' | 'changed' | 'nothing' }
  | { ok: false; why: BodyRefusal }

export interface NewBodyWords {
  slug: string
  unit: { id: string; slug: string }
  promiseDays: number
  details: BodyDetails
  /** Name of who does it; absent for an import. */
  by?: string
}

/** Opens a body with its first promise, and its entry. */
export function openBody(
  db: Db,
  { body, once }: { body: NewBodyWords; once: Once },
): Promise<DoneOnce<BodyOutcome>> {
  return refusing(() =>
    inTransaction(db, (tx) => doOnce(tx, once, () => openBodyIn(tx, { body, now: once.now }))),
  )
}

/** The same inside a transaction of the caller's. */
export async function openBodyIn(
  tx: Tx,
  { body, now }: { body: NewBodyWords; now: Date },
): Promise<BodyOutcome> {
  const { slug, unit, promiseDays, details, by } = body
  const reviewer = await reviewerOf(tx, details, now)
  if (reviewer === 'none') return { ok: false, why: 'no-such-reviewer' }
  if (details.isFrontDesk) await leaveFrontDesk(tx, { to: slug, by, now })
  const { name, kind, about, isFrontDesk, holdsStrangers } = details
  const { id } = await addBody(tx, {
    slug,
    name,
    kind,
    about,
    unitId: unit.id,
    promiseDays,
    reviewedBy: reviewer,
    isFrontDesk,
    holdsStrangers,
    now,
  })
  const publicWords = { slug, unit: unit.slug, days: promiseDays, ...wordsOf(details), by }
  await appendEntry(tx, { kind: 'body.opened', at: now, bodyId: id, publicWords })
  return { ok: true, slug, change: 'opened' }
}

export interface BodyChange {
  slug: string
  details: BodyDetails
  by?: string
}

/** Says a body's name, rule and reviewer anew, with its entry. What is in hand stays as it came. */
export function changeBody(
  db: Db,
  { change, once }: { change: BodyChange; once: Once },
): Promise<DoneOnce<BodyOutcome>> {
  return inTransaction(db, (tx) => doOnce(tx, once, () => changeBodyIn(tx, { change, now: once.now })))
}

/** The same inside a transaction of the caller's. */
export async function changeBodyIn(
  tx: Tx,
  { change, now }: { change: BodyChange; now: Date },
): Promise<BodyOutcome> {
  const { slug, details, by } = change
  await tx.selectFrom('bodies').select('id').where('slug', '=', slug).forUpdate().execute()
  const body = await findBody(tx, slug, now)
  if (!body) throw new Error(`the body ${slug} is gone`)
  const before = await detailsOf(tx, body, now)
  if (JSON.stringify(wordsOf(before)) === JSON.stringify(wordsOf(details)))
    return { ok: true, slug, change: 'nothing' }
  const reviewedBy = await reviewerOf(tx, details, now)
  if (reviewedBy === 'none') return { ok: false, why: 'no-such-reviewer' }
  if (reviewedBy === body.id) return { ok: false, why: 'reviews-itself' }
  if (details.isFrontDesk && !before.isFrontDesk) await leaveFrontDesk(tx, { to: slug, by, now })
  const { name, kind, about, isFrontDesk, holdsStrangers } = details
  await tx
    .updateTable('bodies')
    .set({ name, kind, about, reviewedBy, isFrontDesk, holdsStrangers })
    .where('id', '=', body.id)
    .execute()
  const publicWords = { slug, ...wordsOf(details), before: wordsOf(before), by }
  await appendEntry(tx, { kind: 'body.changed', at: now, bodyId: body.id, publicWords })
  await announceChange(tx, `body:${slug}`)
  return { ok: true, slug, change: 'changed' }
}

/** There is one front desk: naming another takes it from this one, which says so with an entry of its own. */
async function leaveFrontDesk(
  tx: Tx,
  { to, by, now }: { to: string; by: string | undefined; now: Date },
): Promise<void> {
  // Of two at once the second waits here, and then sees the desk that the first named.
  await sql`select pg_advisory_xact_lock(hashtext('the front desk'))`.execute(tx)
  const left = await tx
    .updateTable('bodies')
    .set({ isFrontDesk: false })
    .where('isFrontDesk', '=', true)
    .where('slug', '<>', to)
    .returning(['id', 'slug'])
    .execute()
  for (const { id, slug } of left) {
    const publicWords = { slug, front_desk: false, front_desk_is: to, by }
    await appendEntry(tx, { kind: 'body.changed', at: now, bodyId: id, publicWords })
  }
}

async function reviewerOf(tx: Tx, { reviewedBy }: BodyDetails, now: Date): Promise<string | null | 'none'> {
  if (reviewedBy === null) return null
  return (await findBody(tx, reviewedBy, now))?.id ?? 'none'
}

type Standing = NonNullable<Awaited<ReturnType<typeof findBody>>>

/** A body's details as they stand. */
export async function detailsOf(db: Db | Tx, body: Standing, now: Date): Promise<BodyDetails> {
  const { name, kind, about, isFrontDesk, holdsStrangers, reviewedBy } = body
  const reviewer = reviewedBy === null ? null : await bodyById(db, reviewedBy, now)
  return { name, kind, about, reviewedBy: reviewer?.slug ?? null, isFrontDesk, holdsStrangers }
}

function wordsOf({ name, kind, about, reviewedBy, isFrontDesk, holdsStrangers }: BodyDetails) {
  return {
    name,
    kind,
    about,
    reviewed_by: reviewedBy ?? undefined,
    front_desk: isFrontDesk,
    holds_strangers: holdsStrangers,
  }
}

async function refusing(work: () => Promise<DoneOnce<BodyOutcome>>): Promise<DoneOnce<BodyOutcome>> {
  try {
    return await work()
  } catch (error) {
    if (brokenConstraint(error) !== 'body_slug_is_free') throw error
    return { ok: true, result: { ok: false, why: 'slug-taken' }, isRepeat: false }
  }
}
