import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { type OwnWish, ownPage } from '#ground/matters/own-wish.ts'
import type { Outcome } from './themes/themes-of.ts'

/** An answer as its author's own list shows it. */
export interface OwnAnswer {
  id: string
  number: number
  openedAt: Date
  visibility: string
  withdrawnAt: Date | null
  call: { id: string; number: number; title: string | null; language: string; promisedOn: string }
  bodyName: string
  bodySlug: string
  /** What was decided about it or a theme it is in, newest first. */
  choices: OwnChoice[]
  /** The notice asks its author again. */
  awaits: 'asking' | null
}

export interface OwnChoice {
  outcome: Outcome
  onDay: string | null
  decidedAt: Date
  /** Null where this answer alone is meant; its name is null until people gave it one. */
  theme: { id: string; number: number; name: string | null; language: string } | null
}

type Row = Omit<OwnAnswer, 'choices'> & { choices: (Omit<OwnChoice, 'decidedAt'> & { decidedAt: string })[] }

/** What somebody answered to calls under their account, newest first. */
export async function ownAnswers(db: Db, wish: OwnWish): Promise<OwnAnswer[]> {
  const { rows } = await sql<Row>`
    select own.id, own.number, own.opened_at, own.visibility, own.withdrawn_at, own.awaits,
      json_build_object('id', call.id, 'number', call.number, 'title', call.title, 'language', call.language,
        'promisedOn', calls.promised_on) as call,
      bodies.name as body_name, bodies.slug as body_slug, ${CHOICES} as choices
    from (select * from (${ownOf(wish)}) as own ${ownPage(wish)}) as own
    join calls on calls.id = own.call_id
    join matters call on call.id = calls.id
    join bodies on bodies.id = calls.body_id`.execute(db)
  return rows.map(({ choices, ...row }) => ({
    ...row,
    choices: choices.map((choice) => ({ ...choice, decidedAt: new Date(choice.decidedAt) })),
  }))
}

/** How many of them wait for their author. */
export async function answersAwaiting(db: Db, whose: Pick<OwnWish, 'personId'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (${ownOf(whose)}) as own where awaits is not null`.execute(db)
  return rows[0]?.count ?? 0
}

/** What was decided, of the row `own`: as the page of an answer tells it. */
const DECIDED = sql`
  select d.outcome, d.on_day, d.decided_at, d.id, t.id as theme_id
  from answers_in_themes placed
  join call_themes t on t.id = placed.theme_id and t.ended_at is null and t.merged_into is null
  join theme_decisions d on d.theme_id = t.id
  where placed.answer_id = own.id and placed.is_readable
  union all
  select outcome, on_day, decided_at, id, null from answer_decisions where answer_id = own.id`

const CHOICES = sql`(
  select coalesce(json_agg(json_build_object('outcome', outcome, 'onDay', on_day, 'decidedAt', decided_at,
    'theme', case when theme_id is not null then json_build_object('id', works.id, 'number', works.number,
      'name', works.title, 'language', works.language) end) order by decided_at desc, decided.id), '[]')
  from (${DECIDED}) as decided
  left join works on works.id = theme_id)`

/** One person's few: `offset 0` has each of theirs looked up, where PostgreSQL would read all that were asked first. */
const ownOf = ({ personId }: Pick<OwnWish, 'personId'>) => sql`
  select own.*, withdrawn_at is not null or exists (${DECIDED}) as has_ended
  from (
    select matters.id, matters.number, matters.opened_at, matters.visibility, answers.withdrawn_at, answers.call_id,
      case when exists (select from notice_askings where matter_id = matters.id and answered_at is null offset 0) then 'asking' end
        as awaits
    from answer_authors
    join answers on answers.id = answer_authors.answer_id
    join matters on matters.id = answers.id
    where answer_authors.person_id = ${personId}
  ) as own`
