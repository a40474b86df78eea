import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { isoSecond } from '#core/time/days.ts'
import { callById } from '../find-call.ts'
import { screenAnswers } from '../open-data/screen-answers.ts'
import { countApart, countPeople } from './count-people.ts'
import type { CallFigures } from './figures.ts'
import { changesSince, publishResult } from './publish-result.ts'

/** Makes the results that clerks asked for; words are looked through first. */
export async function publishResults(job: JobHouse): Promise<void> {
  const waiting = await job.db
    .selectFrom('resultRequests')
    .innerJoin('calls', 'calls.id', 'resultRequests.callId')
    .select('resultRequests.callId')
    .where('calls.resultPublishedAt', 'is', null)
    .execute()
  if (waiting.length === 0) return
  await screenAnswers(job)
  for (const { callId } of waiting) {
    const call = await callById(job.db, callId)
    if (call && !call.resultPublishedAt)
      await publishResult(job.db, { call, secret: job.house.secret, now: job.clock.now() })
  }
}

/** A published dataset in which words were erased, withdrawn, held or decided about gets a new edition; the old hash stays in the record. */
export async function renewResults(job: JobHouse): Promise<void> {
  const { db, clock, house } = job
  const latest = await db
    .selectFrom('resultEditions')
    .select((eb) => ['callId', eb.fn.max('publishedAt').as('publishedAt')])
    .groupBy('callId')
    .execute()
  for (const { callId, publishedAt } of latest) {
    if (!(await hasNews(db, callId, publishedAt))) continue
    const changes = await changesSince(db, callId, publishedAt)
    const call = await callById(db, callId)
    if (call && Object.values(changes).some((count) => count > 0))
      await publishResult(db, { call, secret: house.secret, now: clock.now(), changes })
  }
}

/** A cheap look before the dear one: something of the call's answers is newer than its edition. */
async function hasNews(db: Db, callId: string, since: Date): Promise<boolean> {
  const { rows } = await sql<{ hasNews: boolean }>`
    select
      exists (select from erasures where erased_at > ${since})
      or exists (
        select from answers
        join matters on matters.id = answers.id
        where answers.call_id = ${callId} and (answers.withdrawn_at > ${since} or matters.visibility <> 'public')
          and exists (select from dataset_rows where dataset_rows.answer_id = answers.id)
      )
      or exists (
        select from screenings
        join call_questions on call_questions.id = screenings.question_id
        where call_questions.call_id = ${callId} and screenings.decided_at > ${since}
      ) as "hasNews"`.execute(db)
  return rows[0]?.hasNews ?? false
}

/** Provisional counts of calls whose result is not published, counted again where something came. */
export async function keepFigures({ db, clock }: JobHouse): Promise<void> {
  const now = clock.now()
  const { rows } = await sql<{ callId: string; seen: string }>`
    select calls.id as "callId", seen.seen
    from calls
    cross join lateral (
      select concat_ws(' ', count(*), count(answers.withdrawn_at), count(*) filter (where matters.visibility <> 'public')) as seen
      from answers
      join matters on matters.id = answers.id
      where answers.call_id = calls.id
    ) as seen
    left join call_figures on call_figures.call_id = calls.id
    where calls.announced_at is not null and calls.opens_at <= ${now} and calls.result_published_at is null
      and call_figures.seen is distinct from seen.seen`.execute(db)
  for (const { callId, seen } of rows) await keepFiguresOf(db, { callId, seen, now })
}

async function keepFiguresOf(
  db: Db,
  { callId, seen, now }: { callId: string; seen: string; now: Date },
): Promise<void> {
  const figures: CallFigures = {
    v: 1,
    counted_at: isoSecond(now),
    ...(await countApart(db, callId)),
    ...(await countPeople(db, callId)),
    constituencies: [],
    questions: [],
  }
  const row = { countedAt: now, seen, figures: JSON.stringify(figures) }
  await db
    .insertInto('callFigures')
    .values({ callId, ...row })
    .onConflict((conflict) => conflict.column('callId').doUpdateSet(row))
    .execute()
}
