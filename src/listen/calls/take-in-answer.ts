import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { type Once, type OnceRow, onceRow } from '#core/db/once.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { followUpBytes, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { problemsWith } from './check-answer.ts'
import { type CallFacts, type Facts, factsFor } from './facts-for-answers.ts'
import type { NewAnswer, Refused, TakeInOutcome, TakenIn } from './new-answer.ts'
import { type Accepted, storeAnswers } from './store-answers.ts'

/**
 * The one door for every route in. Takes answers in by a handful of statements, whatever their number: matters, words, marks,
 * authors, agreements, entries and receipts. Answers for each, in their order, its number or why it was refused.
 * One whose source is known already changes nothing and answers the number it had.
 */
export async function takeInAnswers(tx: Tx, answers: readonly NewAnswer[], at: Date): Promise<TakenIn[]> {
  await waitForOtherImports(tx, answers)
  const facts = await factsFor(tx, answers, null)
  const judged = judge(answers, facts, at)
  await storeAnswers(tx, judged.accepted, { at }).then((opened) => judged.open(opened))
  return judged.outcomes()
}

interface TakingIn {
  answer: NewAnswer
  once: Once
  /** The house's, from which the follow-up key of a retry is derived. */
  secret: Uint8Array
}

/**
 * One answer, in two statements. A retry with the same key gets the number and the follow-up key of the first; the key is
 * derived from the retry's and stored nowhere. `once.now` is the instant it arrived, by which the closing is exact.
 */
export async function takeInAnswer(db: Db, { answer, once, secret }: TakingIn): Promise<TakeInOutcome> {
  const key = needsKey(answer) ? followUpBytes(secret, once.key) : null
  const withKey = key ? { ...answer, keyHash: sha256(key) } : answer
  const row = onceRow(once)
  const outcome = await unlessAnotherWasFirst(() =>
    inTransaction(db, (tx) => takeInOnce(tx, withKey, { row, at: once.now })),
  )
  return outcome.ok ? { ...outcome, key: key && makeFollowUpKey(key) } : outcome
}

type Once1 = TakenIn | { ok: false; why: 'key-used-for-something-else' }

async function takeInOnce(
  tx: Tx,
  answer: NewAnswer,
  { row, at }: { row: OnceRow | null; at: Date },
): Promise<Once1> {
  await waitForOtherImports(tx, [answer])
  const facts = await factsFor(tx, [answer], row)
  if (facts.earlier)
    return facts.earlier.isSame
      ? { ok: true, ...facts.earlier.result, isRepeat: true }
      : { ok: false, why: 'key-used-for-something-else' }
  const judged = judge([answer], facts, at)
  const opened = await storeAnswers(tx, judged.accepted, {
    at,
    also: row ? ([first]) => row.insert({ id: first?.id, number: first?.number }) : undefined,
  })
  judged.open(opened)
  const [outcome] = judged.outcomes()
  if (!outcome) throw new Error('An answer was neither taken in nor refused.')
  return outcome
}

/** Of two at once with one key the second breaks the key's own constraint, waits until then, and finds the first's result. */
async function unlessAnotherWasFirst(work: () => Promise<Once1>): Promise<Once1> {
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

function judge(answers: readonly NewAnswer[], facts: Facts, at: Date) {
  const accepted: Accepted[] = []
  const numbers = facts.numbers.values()
  const sources = new Map<string, number>()
  const judged = answers.map(
    (answer): Refused | { known: TakenIn } | { place: number; isRepeat: boolean } => {
      const known = answer.source === undefined ? undefined : facts.known.get(answer.source)
      if (known) return { known: { ok: true, ...known, isRepeat: true } }
      const first = answer.source === undefined ? undefined : sources.get(answer.source)
      if (first !== undefined) return { place: first, isRepeat: true }
      const call = facts.calls.get(answer.callId)
      const refused = call
        ? refusalOf(answer, { call, facts, at })
        : ({ ok: false, why: 'not-open' } as const)
      if (refused || !call) return refused ?? { ok: false, why: 'not-open' }
      const number = answer.printed?.number ?? numbers.next().value
      if (number === undefined) throw new Error('There were too few public numbers.')
      if (answer.source !== undefined) sources.set(answer.source, accepted.length)
      const keyHash = answer.printed?.keyHash ?? answer.keyHash ?? null
      return { place: accepted.push({ answer, call, number, keyHash }) - 1, isRepeat: false }
    },
  )
  let opened: readonly { id: string; number: number }[] = []
  return {
    accepted,
    open: (stored: readonly { id: string; number: number }[]) => {
      opened = stored
    },
    outcomes: () =>
      judged.map((one): TakenIn => {
        if ('known' in one) return one.known
        if ('ok' in one) return one
        const { id = '', number = 0 } = opened[one.place] ?? {}
        return { ok: true, id, number, isRepeat: one.isRepeat }
      }),
  }
}

interface Judging {
  call: CallFacts
  facts: Facts
  at: Date
}

function refusalOf(answer: NewAnswer, { call, facts, at }: Judging): Refused | null {
  if (!isInTime(answer, call, at)) return { ok: false, why: 'not-open' }
  if (!isForThem(answer, call, facts)) return { ok: false, why: 'not-for-you' }
  const problems = problemsWith(answer, call.questions)
  return problems.length > 0 ? { ok: false, why: 'problems', problems } : null
}

/** What was said before the closing may be brought in by helpers until their own end; nobody says anything tomorrow. */
function isInTime({ saidAt }: NewAnswer, call: CallFacts, at: Date): boolean {
  if (!call.isOpenForAnswers) return false
  const said = saidAt ?? at
  if (said < call.opensAt || said >= call.closesAt) return false
  return saidAt === undefined || (saidAt <= at && at < call.helpersUntil)
}

/** A unit's call is for whoever belongs to it or below it, or gives an answer for a place there. */
function isForThem({ author, standing, unitId }: NewAnswer, call: CallFacts, { lineages }: Facts): boolean {
  if (call.audience === 'anyone') return true
  if (call.audience === 'members') return standing === 'member'
  const person = author.authorship === 'anonymous' ? null : author.person
  const home = person ? lineages.get(person.id) : undefined
  const place = unitId ? lineages.get(unitId) : undefined
  const { audienceUnit } = call
  return audienceUnit !== null && [home, place].some((lineage) => lineage?.includes(audienceUnit))
}
