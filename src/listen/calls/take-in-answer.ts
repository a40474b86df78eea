import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inGroups } from '#core/db/in-groups.ts'
import { type Once, onceRow } from '#core/db/once.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { followUpBytes, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import type { DraftHandle } from '#ground/drafts/draft-of.ts'
import { forgetHandedIn, isToForget } from '#ground/drafts/keep-draft.ts'
import { type Facts, factsFor } from './facts-for-answers.ts'
import { type Arrived, judge } from './judge-answers.ts'
import type { NewAnswer, TakeInOutcome, TakenIn } from './new-answer.ts'
import { storeAnswers } from './store-answers.ts'

/**
 * The one door for every route in. Takes answers in by a handful of statements, whatever their number: matters, words, marks,
 * authors, agreements, entries and receipts. Answers for each, in their order, its number or why it was refused.
 * One whose source is known already changes nothing and answers the number it had.
 */
export async function takeInAnswers(tx: Tx, answers: readonly NewAnswer[], at: Date): Promise<TakenIn[]> {
  return takeInAll(
    tx,
    answers.map((answer) => ({ answer, row: null, at })),
  )
}

interface TakingIn {
  answer: NewAnswer
  once: Once
  /** The house's, from which the follow-up key of a retry is derived. */
  secret: Uint8Array
  /** The draft it was written in, forgotten with the answer. */
  draft?: DraftHandle
}

/**
 * One answer, in two statements, together with those that arrive while another is taken in. A retry with the same key gets the number
 * and the follow-up key of the first; the key is derived from the retry's and stored nowhere. `once.now` is the instant it
 * arrived, by which the closing is exact.
 */
export async function takeInAnswer(
  db: Db,
  { answer, once, secret, draft }: TakingIn,
): Promise<TakeInOutcome> {
  const key = needsKey(answer) ? followUpBytes(secret, once.key) : null
  const withKey = key ? { ...answer, keyHash: sha256(key) } : answer
  const arrived = { answer: withKey, row: onceRow(once), at: once.now, draft }
  const outcome = await (followsMore(arrived) ? takeInAlone(db, arrived) : takeInWithOthers(db, arrived))
  return outcome.ok ? { ...outcome, key: key && makeFollowUpKey(key) } : outcome
}

const isAnonymous = ({ answer }: Arrived) => answer.author.authorship === 'anonymous'

/** Whether files or the end of a draft belong into its transaction. */
function followsMore(arrived: Arrived): boolean {
  const { answer, draft } = arrived
  const hasFiles = (answer.attachments ?? []).length > 0
  return hasFiles || (draft !== undefined && isToForget(draft, isAnonymous(arrived)))
}

type TakenOnce = TakenIn | { ok: false; why: 'key-used-for-something-else' }

const takeInWithOthers = inGroups(async (db, arrived: readonly Arrived[]): Promise<TakenOnce[]> => {
  const [only] = arrived
  if (only && arrived.length === 1) return [await takeInAlone(db, only)]
  // A key used before breaks its own constraint, and each is then asked alone.
  return inTransaction(db, (tx) => takeInAll(tx, arrived))
})

function takeInAlone(db: Db, arrived: Arrived): Promise<TakenOnce> {
  return unlessAnotherWasFirst(() => inTransaction(db, (tx) => takeInOnce(tx, arrived)))
}

async function takeInOnce(tx: Tx, arrived: Arrived): Promise<TakenOnce> {
  await waitForOtherImports(tx, [arrived.answer])
  const facts = await factsFor(tx, [arrived.answer], arrived.row)
  if (facts.earlier)
    return facts.earlier.isSame
      ? { ok: true, ...facts.earlier.result, isRepeat: true }
      : { ok: false, why: 'key-used-for-something-else' }
  const [outcome] = await storeJudged(tx, [arrived], facts)
  if (!outcome) throw new Error('An answer was neither taken in nor refused.')
  if (outcome.ok && arrived.draft) await forgetHandedIn(tx, arrived.draft, isAnonymous(arrived))
  return outcome
}

async function takeInAll(tx: Tx, arrived: readonly Arrived[]): Promise<TakenIn[]> {
  const answers = arrived.map(({ answer }) => answer)
  await waitForOtherImports(tx, answers)
  return storeJudged(tx, arrived, await factsFor(tx, answers, null))
}

async function storeJudged(tx: Tx, arrived: readonly Arrived[], facts: Facts): Promise<TakenIn[]> {
  const judged = judge(arrived, facts)
  return judged.outcomes(await storeAnswers(tx, judged.accepted))
}

/** Of two at once with one key the second breaks the key's own constraint, waits until then, and finds the first's result. */
async function unlessAnotherWasFirst(work: () => Promise<TakenOnce>): Promise<TakenOnce> {
  try {
    return await work()
  } catch (error) {
    if (brokenConstraint(error) !== 'done_once_pkey') throw error
    return work()
  }
}

/** Two imports of one partner at once would each miss what the other is writing. */
async function waitForOtherImports(tx: Tx, answers: readonly NewAnswer[]): Promise<void> {
  const calls = new Set(answers.flatMap(({ source, callId }) => (source ? [callId] : [])))
  for (const callId of [...calls].toSorted())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`answers of ${callId}`}, 7))`.execute(tx)
}

function needsKey({ author, printed, keyHash }: NewAnswer): boolean {
  if (printed || keyHash) return false
  return author.authorship === 'anonymous' || author.person === null
}
