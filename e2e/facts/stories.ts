import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { DemoHouse } from '../open-demo.ts'
import { done } from './asking.ts'

export interface Stories {
  overdue: number
  answered: number
  refused: number
  merged: number
  reviewed: number
  held: number
  inUrdu: number
  open: number
  ofNasreen: number
  toJudge: { number: number; handle: string }
}

/** Hands in as somebody without an account. */
export async function handIn(house: DemoHouse, title: string, authorship: string, to = '') {
  const words = 'My mother cannot stand for half an hour in the rain, and neither can I.'
  const answer = await done(house, '/submissions', { title, words, authorship, to })
  const { number, receipt } = answer as { number: number; receipt: { key: string } }
  return { number, key: receipt.key }
}

/** Stories in every state, by their numbers. */
export async function storiesOf(db: Db): Promise<Stories> {
  const one = async (where: ReturnType<typeof sql<boolean>>) => {
    const { rows } = await sql<{ number: number }>`
      select matters.number
      from matters
      join submissions on submissions.id = matters.id
      left join custody on custody.matter_id = matters.id and custody.decided_at is null
      left join bodies on bodies.id = custody.body_id
      left join submission_authors on submission_authors.submission_id = matters.id
      left join people on people.id = submission_authors.person_id
      where ${where}
      order by matters.number
      limit 1`.execute(db)
    return Number(rows[0]?.number ?? 2001)
  }
  const now = sql`timestamptz '2026-11-22T12:00:00Z'`
  return {
    overdue: await one(sql`custody.due_at < ${now} and visibility = 'public'`),
    answered: await one(sql`closing_outcome = 'answered'`),
    refused: await one(sql`closing_outcome = 'refused'`),
    merged: await one(sql`closing_outcome = 'merged'`),
    reviewed: await one(sql`exists (select 1 from reviews where matter_id = matters.id)`),
    held: await one(sql`visibility = 'held'`),
    inUrdu: await one(sql`matters.language = 'ur' and visibility = 'public'`),
    open: await one(sql`bodies.slug = 'housing' and visibility = 'public'`),
    ofNasreen: await one(sql`people.email like 'nasreen@%' and closed_at is null`),
    toJudge: await toJudge(db),
  }
}

/** An answer of more than two weeks ago that its author has not judged. */
async function toJudge(db: Db): Promise<Stories['toJudge']> {
  const { rows } = await sql<{ number: number; email: string }>`
    select matters.number, people.email
    from matters
    join submission_authors on submission_authors.submission_id = matters.id
    join people on people.id = submission_authors.person_id
    where
      closing_outcome in ('answered', 'accepted', 'refused')
      and people.demo_line is not null
      and closed_at < '2026-11-01'
      and not exists (select 1 from entries where matter_id = matters.id and kind = 'matter.judged')
    order by closed_at desc
    limit 1`.execute(db)
  const [row] = rows
  return { number: Number(row?.number ?? 2001), handle: row?.email.split('@')[0] ?? 'nasreen' }
}
