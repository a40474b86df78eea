import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { jsonOf } from '#core/db/insert-rows.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { levelNamed, levelOf } from '../result/counted-answers.ts'
import { type KnownNames, screenWords } from './screen-words.ts'

const AT_ONCE = 2_000

/** Looks through what could be published of the words of closed calls, a set at a time; where nothing is found, nobody needs to look. */
export function screenAnswers({ db, clock, house }: JobHouse): Promise<void> {
  return screenUpTo(db, { now: clock.now(), secret: house.secret })
}

/** The same for whoever keeps another clock. */
export async function screenUpTo(db: Db, { now, secret }: { now: Date; secret: Uint8Array }): Promise<void> {
  let isKnown: KnownNames | null = null
  for (;;) {
    const waiting = await unscreened(db, now)
    if (waiting.length === 0) return
    isKnown ??= await namesOfPeople(db, secret)
    const known = isKnown
    await keepScreenings(
      db,
      waiting.map(({ answerId, questionId, words }) => {
        const spans = screenWords(words, known)
        return { answerId, questionId, screenedAt: now, spans: spans.length > 0 ? spans : null }
      }),
    )
  }
}

interface Unscreened {
  answerId: string
  questionId: string
  words: string
}

async function unscreened(db: Db, now: Date): Promise<Unscreened[]> {
  const { rows } = await sql<Unscreened>`
    select answer_words.answer_id as "answerId", answer_words.question_id as "questionId", answer_words.words
    from calls
    join answers on answers.call_id = calls.id
    join answer_words on answer_words.answer_id = answers.id
    left join screenings using (answer_id, question_id)
    where calls.announced_at is not null and calls.closes_at <= ${now}
      and calls.result_published_at is null
      and answer_words.words is not null and screenings.answer_id is null
      and ${levelOf} >= ${levelNamed('words')}
    limit ${AT_ONCE}`.execute(db)
  return rows
}

async function keepScreenings(
  db: Db,
  rows: readonly { answerId: string; questionId: string; screenedAt: Date; spans: unknown }[],
): Promise<void> {
  await sql`
    insert into screenings (answer_id, question_id, screened_at, spans)
    select answer_id, question_id, screened_at, spans
    from json_to_recordset(${jsonOf(rows)}::json) as found (
      answer_id uuid, question_id uuid, screened_at timestamptz, spans jsonb
    )
    on conflict do nothing`.execute(db)
}

/** Names of the register, held for the time of the screening alone and as keyed hashes: the look-up says yes or no, and no list stands anywhere. */
async function namesOfPeople(db: Db, secret: Uint8Array): Promise<KnownNames> {
  const rows = await db.selectFrom('people').select('name').execute()
  const hashOf = (name: string) => keyedHash(secret, 'screening', name.toLowerCase()).toString('base64')
  const hashes = new Set(rows.flatMap(({ name }) => (name.includes(' ') ? [hashOf(name)] : [])))
  return (name) => hashes.has(hashOf(name))
}
