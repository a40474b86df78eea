import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { FormName } from './messages.ts'

export interface FormFile {
  id: string
  place: number
  mediaType: string
  size: number
}

/** A further form of a text, as readers find it. */
export interface FurtherForm {
  id: string
  form: FormName
  language: string
  caption: string
  words: string
  href: string | null
  madeAt: Date
  files: readonly FormFile[]
}

/** Everything made of a text, the newest first. */
export async function formsOf(db: Db, textId: string): Promise<FurtherForm[]> {
  const { rows } = await sql<FurtherForm>`
    select f.id, f.form, f.language, f.caption, f.words, f.href, f.made_at, (
      select coalesce(json_agg(json_build_object(
        'id', id, 'place', place, 'mediaType', media_type, 'size', octet_length(bytes)) order by place), '[]')
      from further_form_files where form_id = f.id
    ) as files
    from further_forms f
    where f.text_id = ${textId} and f.withdrawn_at is null
    order by f.form, f.made_at desc`.execute(db)
  return rows
}

/** Which forms there are of a text: names with commas between, as a part of a larger question. */
export function formsIn(textId: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`(
    select coalesce(string_agg(distinct form, ','), '') from further_forms
    where text_id = ${textId} and withdrawn_at is null
  )`
}

/** The same for one text by itself. */
export async function formsPresent(db: Db, textId: string): Promise<string> {
  const { rows } = await sql<{ forms: string }>`select ${formsIn(sql`${textId}::uuid`)} as forms`.execute(db)
  return rows[0]?.forms ?? ''
}

export interface FormCount {
  form: FormName | 'another'
  asked: number
  open: number
  overdue: number
  made: number
}

/** How many of each were asked for and made, for everybody to see. */
export async function formCounts(db: Db, now: Date): Promise<FormCount[]> {
  const { rows } = await sql<FormCount>`
    select form, sum(asked)::int as asked, sum(open)::int as open, sum(overdue)::int as overdue, sum(made)::int as made
    from (
      select r.form, 1 as asked, (m.closed_at is null)::int as open,
        coalesce(custody.due_at < ${now}, false)::int as overdue, 0 as made
      from form_requests r
      join matters m on m.id = r.id
      left join custody on custody.matter_id = m.id and custody.decided_at is null
      union all
      select form, 0, 0, 0, 1 from further_forms where withdrawn_at is null
    ) as counted
    group by form
    order by form`.execute(db)
  return rows
}

export interface MadeForm {
  number: number
  title: string | null
  titleLanguage: string
  form: FormName
  language: string
  madeAt: Date
}

const MOST = 20

/** What was made last. */
export async function newestForms(db: Db): Promise<MadeForm[]> {
  const { rows } = await sql<MadeForm>`
    select m.number, m.title, m.language as title_language, f.form, f.language, f.made_at
    from further_forms f
    join published_texts m on m.id = f.text_id
    where f.withdrawn_at is null
    order by f.made_at desc
    limit ${MOST}`.execute(db)
  return rows
}

export interface OpenRequest {
  number: number
  form: FormName | 'another'
  language: string
}

/** What was asked for of a text and awaits an answer. */
export function openRequests(db: Db, textId: string): Promise<OpenRequest[]> {
  return db
    .selectFrom('formRequests')
    .innerJoin('matters', 'matters.id', 'formRequests.id')
    .select(['matters.number', 'formRequests.form', 'formRequests.language'])
    .where('formRequests.textId', '=', textId)
    .where('matters.closedAt', 'is', null)
    .orderBy('matters.number')
    .limit(MOST)
    .$narrowType<{ form: OpenRequest['form'] }>()
    .execute()
}
