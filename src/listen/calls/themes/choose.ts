import type { Db } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import type { Outcome } from './themes-of.ts'

/** As in every decision of the house: so long it can be taken back, unseen. */
const WAITS_MS = 5 * 60_000

/** What is decided about: a theme, or an answer outside of it. */
export type About = { themeId: string } | { answerId: string }

export interface Choice {
  about: About
  bodyId: string
  outcome: Outcome
  reason: string
  language: string
  onDay: string | null
  /** The matter it leads to. */
  leadsTo: string | null
  by: string
}

export type ChoiceOutcome = { ok: true; announceAt: string } | { ok: false; why: 'waits-already' }

/** The body says what it takes up and why. It is announced, and its entry written, five minutes later. */
export async function recordChoice(db: Db, choice: Choice, once: Once): Promise<DoneOnce<ChoiceOutcome>> {
  const { about, by, ...rest } = choice
  const announceAt = new Date(once.now.getTime() + WAITS_MS)
  try {
    return await inTransaction(db, (tx) =>
      doOnce(tx, once, async (): Promise<ChoiceOutcome> => {
        await tx
          .insertInto('pendingThemeDecisions')
          .values({ id: orderedId(once.now), ...about, ...rest, decidedBy: by, madeAt: once.now, announceAt })
          .execute()
        return { ok: true, announceAt: announceAt.toISOString() }
      }),
    )
  } catch (error) {
    if (!brokenConstraint(error)?.startsWith('one_pending_decision')) throw error
    return { ok: true, result: { ok: false, why: 'waits-already' }, isRepeat: false }
  }
}

export interface Pending {
  id: string
  outcome: Outcome
  reason: string
  language: string
  onDay: string | null
  announceAt: Date
}

/** The choice that waits to be announced; for the body's clerks. */
export async function pendingFor(db: Db, about: About): Promise<Pending | null> {
  const rows = db
    .selectFrom('pendingThemeDecisions')
    .select(['id', 'outcome', 'reason', 'language', 'onDay', 'announceAt'])
  const row =
    'themeId' in about
      ? await rows.where('themeId', '=', about.themeId).executeTakeFirst()
      : await rows.where('answerId', '=', about.answerId).executeTakeFirst()
  return row ? { ...row, outcome: row.outcome as Outcome } : null
}

/** Before it is announced it can be taken back, and nothing of it is in the record. */
export async function takeBackChoice(
  db: Db,
  about: About,
  now: Date,
): Promise<'taken-back' | 'announced' | 'nothing-waits'> {
  const pending = await pendingFor(db, about)
  if (!pending) return 'nothing-waits'
  const gone = await db
    .deleteFrom('pendingThemeDecisions')
    .where('id', '=', pending.id)
    .where('announceAt', '>', now)
    .returning('id')
    .executeTakeFirst()
  return gone ? 'taken-back' : 'announced'
}
