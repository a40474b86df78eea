import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

/** Why a text stands in the queue of a language. */
export type Reason = 'review' | 'suggestions' | 'wanted' | 'machine' | 'calls' | 'newest'

/** A text of the queue of one language. */
export interface Queued {
  why: Reason
  /** Null while nobody has begun. */
  id: string | null
  matterId: string
  entryId: string | null
  number: number
  kind: string
  title: string | null
  originalLanguage: string
  bodyName: string | null
  wishes: number
}

const MOST = 20
/** Among so many of the newest: a house that writes in one language would else be read from end to end for another. */
const LOOKED_AT = 5_000

/** What there is to do in a language: what only wants a reader first, then what somebody waits for, then the newest. */
export async function queueFor(
  db: Db,
  { language, now }: { language: string; now: Date },
): Promise<Queued[]> {
  const { rows } = await sql<Queued>`
    with begun as (
      select t.*,
        t.offered_at is not null and (t.reviewed_at is null or t.reviewed_at < t.offered_at) as is_offered
      from translations t where t.language = ${language}
    ), todo as (
      (select 1 as rank, 'review' as why, id, matter_id, entry_id, offered_at as since, 0 as wishes
        from begun where is_offered order by offered_at limit ${MOST})
      union all
      (select 2, 'suggestions', begun.id, matter_id, entry_id, min(made_at), count(*)::int
        from begun join translation_suggestions s on s.translation_id = begun.id and s.decided_at is null
        group by begun.id, matter_id, entry_id order by 6 limit ${MOST})
      union all
      (select 3, 'wanted', begun.id, w.matter_id, w.entry_id, w.first_at, w.wishes
        from translations_wanted w
        left join begun on begun.matter_id = w.matter_id and begun.entry_id is not distinct from w.entry_id
        where w.language = ${language} and begun.shown_as is distinct from 'reviewed' and begun.is_offered is not true
        order by w.wishes = 0 desc, w.wishes desc, w.first_at limit ${MOST})
      union all
      (select 4, 'machine', id, matter_id, entry_id, shown_at, 0
        from begun where shown_as = 'machine' and not is_offered order by shown_at desc limit ${MOST})
      union all
      (select 5, 'calls', null, c.id, null, c.closes_at, 0
        from calls c join matters m on m.id = c.id and m.language <> ${language}
        where c.announced_at is not null and c.closes_at > ${now}
          and not exists (select from begun where begun.matter_id = c.id and begun.entry_id is null)
        order by c.closes_at limit ${MOST})
      union all
      (select 6, 'newest', null, m.id, null, m.opened_at, 0
        from (
          select id, opened_at, language, title from matters
          where visibility = 'public' and parent_id is null
          order by opened_at desc, id desc limit ${LOOKED_AT}
        ) m
        where m.language <> ${language} and m.title is not null
          and not exists (select from begun where begun.matter_id = m.id and begun.entry_id is null)
        order by m.opened_at desc, m.id desc limit ${MOST})
    )
    select distinct on (todo.matter_id, todo.entry_id)
      todo.rank, todo.why, todo.id, todo.matter_id, todo.entry_id, todo.wishes, todo.since,
      m.number, m.kind, m.title, m.language as original_language, bodies.name as body_name
    from todo
    join matters m on m.id = todo.matter_id and m.visibility = 'public'
    left join entries on entries.id = todo.entry_id
    left join bodies on bodies.id = entries.body_id
    order by todo.matter_id, todo.entry_id, todo.rank`.execute(db)
  return rows.toSorted((one, other) => rankOf(one) - rankOf(other))
}

const REASONS: readonly Reason[] = ['review', 'suggestions', 'wanted', 'machine', 'calls', 'newest']
const rankOf = ({ why }: Queued) => REASONS.indexOf(why)

export interface LanguageFigures {
  language: string
  wanted: number
  waiting: number
  reviewed: number
  machine: number
}

/** What there is in each language, for everybody. */
export async function figuresByLanguage(db: Db): Promise<LanguageFigures[]> {
  const { rows } = await sql<LanguageFigures>`
    select language,
      count(*) filter (where is_wanted)::int as wanted,
      count(*) filter (where is_waiting)::int as waiting,
      count(*) filter (where shown_as = 'reviewed')::int as reviewed,
      count(*) filter (where shown_as = 'machine')::int as machine
    from (
      select language, false as is_wanted, shown_as,
        offered_at is not null and (reviewed_at is null or reviewed_at < offered_at) as is_waiting
      from translations
      union all
      select w.language, true, null, false
      from translations_wanted w
      where not exists (select from translations t where t.matter_id = w.matter_id
        and t.entry_id is not distinct from w.entry_id and t.language = w.language and t.shown_at is not null)
    ) as counted
    group by language
    order by language`.execute(db)
  return rows
}
