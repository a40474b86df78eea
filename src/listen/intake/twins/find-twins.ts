import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { BackThread } from '#core/thread/back-thread.ts'
import { addDays } from '#core/time/days.ts'
import { keepPairs } from './keep-pairs.ts'
import { type Likely, pairTwins } from './pair-twins.ts'

/** So long after its closing a call's answers are still looked at. */
const DAYS_AFTER = 60

const finder = new BackThread<string[], number[]>(new URL('./twin-finder.ts', import.meta.url))
/** How many answers a call had when they were last looked at; a process that begins looks once more, and finds the same. */
const looked = new Map<string, number>()

/** Looks for answers that may be one person's, and offers them; joins nothing. */
export async function findTwins({ db, clock }: JobHouse): Promise<void> {
  const now = clock.now()
  for (const { callId, count } of await callsToLookAt(db, now)) {
    if (looked.get(callId) === count) continue
    await offerTwins(db, callId, now)
    looked.set(callId, count)
  }
}

async function callsToLookAt(db: Db, now: Date): Promise<{ callId: string; count: number }[]> {
  const { rows } = await sql<{ callId: string; count: number }>`
    select calls.id as call_id, (select count(*)::int from answers where answers.call_id = calls.id) as count
    from calls
    where announced_at is not null and opens_at <= ${now} and closes_at > ${addDays(now, -DAYS_AFTER)}`.execute(
    db,
  )
  return rows.filter(({ count }) => count > 1)
}

/** Looks at all answers of a call together; what was offered or decided before stays as it is. */
export async function offerTwins(db: Db, callId: string, now: Date): Promise<number> {
  const answers = await likelyOf(db, callId)
  const leaders = await finder.ask(answers.map(({ words }) => words))
  return keepPairs(db, pairTwins(answers, leaders), now)
}

/** An account, an address and a telephone are signs of one person; a name alone is borne by many. */
async function likelyOf(db: Db, callId: string): Promise<Likely[]> {
  const { rows } = await sql<Likely>`
    select
      answers.id,
      coalesce((
        select string_agg(words, ' ' order by question_id) from answer_words where answer_words.answer_id = answers.id
      ), '') as words,
      array_remove(array[
        'account ' || author.person_id,
        'mail ' || lower(signature.email),
        'telephone ' || regexp_replace(signature.phone, '[^0-9+]', '', 'g')
      ], null) || array(
        select 'print ' || encode(hash, 'hex') from answer_prints where answer_prints.answer_id = answers.id
      ) as signs
    from answers
    join matters on matters.id = answers.id
    left join answer_authors author on author.answer_id = answers.id
    left join answer_signatures signature on signature.answer_id = answers.id
    where answers.call_id = ${callId} and answers.withdrawn_at is null and matters.visibility = 'public'
    order by answers.given_at, matters.number`.execute(db)
  return rows
}
