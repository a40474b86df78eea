import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

/** Why a text stands in the queue of a language. */
export type Reason =
  | 'review'
  | 'suggestions'
  | 'wanted'
  | 'machine'
  | 'calls'
  | 'gatherings'
  | 'notices'
  | 'themes'
  | 'newest'

/** A text of the queue of one language. */
export interface Queued {
  why: Reason
  /** Null while nobody has begun. */
  id: string | null
  textId: string
  entryId: string | null
  number: number | null
  slug: string | null
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
      (select 1 as rank, 'review' as why, id, text_id, entry_id, offered_at as since, 0 as wishes
        from begun where is_offered order by offered_at limit ${MOST})
      union all
      (select 2, 'suggestions', begun.id, text_id, entry_id, min(made_at), count(*)::int
        from begun join translation_suggestions s on s.translation_id = begun.id and s.decided_at is null
        group by begun.id, text_id, entry_id order by 6 limit ${MOST})
      union all
      (select 3, 'wanted', begun.id, w.text_id, w.entry_id, w.first_at, w.wishes
        from translations_wanted w
        left join begun on begun.text_id = w.text_id and begun.entry_id is not distinct from w.entry_id
        where w.language = ${language} and begun.shown_as is distinct from 'reviewed' and begun.is_offered is not true
        order by w.wishes = 0 desc, w.wishes desc, w.first_at limit ${MOST})
      union all
      (select 4, 'machine', id, text_id, entry_id, shown_at, 0
        from begun where shown_as = 'machine' and not is_offered order by shown_at desc limit ${MOST})
      union all
      (select 5, 'calls', null, c.id, null, c.closes_at, 0
        from calls c join matters m on m.id = c.id and m.language <> ${language}
        where c.announced_at is not null and c.closes_at > ${now}
          and not exists (select from begun where begun.text_id = c.id and begun.entry_id is null)
        order by c.closes_at limit ${MOST})
      union all
      (select 6, 'gatherings', null, g.id, null, g.starts_at, 0
        from gatherings g join works w on w.id = g.id and w.language <> ${language}
        where g.starts_at > ${now} and not exists (select from gathering_cancellations where gathering_id = g.id)
          and not exists (select from begun where begun.text_id = g.id)
        order by g.starts_at limit ${MOST})
      union all
      (select 7, 'notices', null, n.id, null, n.opened_at, 0
        from published_texts n
        where n.sort = 'notice' and n.language <> ${language}
          and not exists (select from notice_texts t where t.notice_id = n.id and t.language = ${language})
          and not exists (select from begun where begun.text_id = n.id)
        order by n.opened_at limit ${MOST})
      union all
      (select 8, 'themes', null, c.id, null, w.opened_at, 0
        from call_themes c join works w on w.id = c.id and w.title is not null and w.language <> ${language}
        where c.is_named and c.ended_at is null and c.merged_into is null
          and not exists (select from begun where begun.text_id = c.id)
        order by w.opened_at desc limit ${MOST})
      union all
      (select 9, 'newest', null, m.id, null, m.opened_at, 0
        from (
          select id, opened_at, language, title from matters
          where visibility = 'public' and parent_id is null
          order by opened_at desc, id desc limit ${LOOKED_AT}
        ) m
        where m.language <> ${language} and m.title is not null
          and not exists (select from begun where begun.text_id = m.id and begun.entry_id is null)
        order by m.opened_at desc, m.id desc limit ${MOST})
    )
    select distinct on (todo.text_id, todo.entry_id)
      todo.rank, todo.why, todo.id, todo.text_id, todo.entry_id, todo.wishes, todo.since,
      m.number, m.slug, m.kind, m.title, m.language as original_language, bodies.name as body_name
    from todo
    join published_texts m on m.id = todo.text_id
    left join entries on entries.id = todo.entry_id
    left join bodies on bodies.id = entries.body_id
    order by todo.text_id, todo.entry_id, todo.rank`.execute(db)
  return rows.toSorted((one, other) => rankOf(one) - rankOf(other))
}

const REASONS: readonly Reason[] = [
  'review',
  'suggestions',
  'wanted',
  'machine',
  'calls',
  'gatherings',
  'notices',
  'themes',
  'newest',
]
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
      where not exists (select from translations t where t.text_id = w.text_id
        and t.entry_id is not distinct from w.entry_id and t.language = w.language and t.shown_at is not null)
    ) as counted
    group by language
    order by language`.execute(db)
  return rows
}
