import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { addDays } from '#core/time/days.ts'
import { type OwnWish, ownPage } from '#ground/matters/own-wish.ts'
import { ANSWERS, VERDICT_AFTER_DAYS } from '#ground/matters/rules.ts'
import type { Listed } from './asked-submissions.ts'

/** A submission as its author's own list shows it. */
export interface OwnSubmission extends Listed {
  visibility: string
  /** What its author is asked: to agree that it goes back, to answer the clerk’s letter, to say whether it was an answer. */
  awaits: 'agreement' | 'letter' | 'verdict' | null
}

/** What somebody handed in under their account, newest first. */
export async function ownSubmissions(db: Db, wish: OwnWish): Promise<OwnSubmission[]> {
  const { rows } = await sql<OwnSubmission>`
    select id, number, kind, title, language, visibility, opened_at, closed_at, closing_outcome, body_name, body_slug,
      received_at, due_at, considered_at, awaits
    from (${ownOf(wish)}) as own
    ${ownPage(wish)}`.execute(db)
  return rows
}

/** How many of them wait for their author. */
export async function submissionsAwaiting(db: Db, whose: Pick<OwnWish, 'personId' | 'now'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (${ownOf(whose)}) as own where awaits is not null`.execute(db)
  return rows[0]?.count ?? 0
}

/** One person's few: `offset 0` has each of theirs looked up, where PostgreSQL would read all requests first. */
const ownOf = ({ personId, now }: Pick<OwnWish, 'personId' | 'now'>) => sql`
  select matters.id, matters.number, matters.kind, matters.title, matters.language, matters.visibility, matters.opened_at,
    matters.closed_at, matters.closing_outcome, bodies.name as body_name, bodies.slug as body_slug,
    custody.received_at, custody.due_at, custody.considered_at,
    matters.closed_at is not null as has_ended,
    case
      when custody.id is null then case when ${isToJudge(now)} then 'verdict' end
      when exists (select from return_requests where custody_id = custody.id and agreed_at is null offset 0) then 'agreement'
      when (select from_body from letters where submission_id = matters.id order by written_at desc, id desc limit 1)
        is not null then 'letter'
    end as awaits
  from submission_authors
  join matters on matters.id = submission_authors.submission_id
  left join custody on custody.matter_id = matters.id and custody.decided_at is null
  left join bodies on bodies.id = custody.body_id
  where submission_authors.person_id = ${personId}`

/** As `mayJudge` has it: the last body's answer is two weeks old, and its author has not said yet whether it was one. */
const isToJudge = (now: Date) => sql`(
  select last.outcome = any(${ANSWERS}) and last.decided_at <= ${addDays(now, -VERDICT_AFTER_DAYS)}
    and not exists (select from answer_verdicts where custody_id = last.id)
  from custody as last
  where last.matter_id = matters.id
  order by last.received_at desc, last.id desc
  limit 1)`
