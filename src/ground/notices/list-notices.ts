import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

export interface ListedNotice {
  id: string
  slug: string
  version: number
  fromAt: Date
  title: string
  summary: string
  language: string
  publishes: string
  unitName: string
  /** What the newest version changed; empty in the first. */
  changed: string
  /** Names of the standing forms under it. */
  forms: string[]
  calls: number
  /** Where the title is that of a translation: its language, and what it was translated from. */
  titleLanguage?: string
  translatedFrom?: { language: string; shownAs: string }
}

/** Every notice as it holds now, in the reader's language where there is a text in it. */
export async function listNotices(
  db: Db,
  { language, now }: { language: string; now: Date },
): Promise<ListedNotice[]> {
  const { rows } = await sql<ListedNotice>`
    select distinct on (notices.slug)
      notices.id, notices.slug, versions.version, versions.from_at, texts.title, texts.summary, texts.language, versions.publishes,
      units.name as unit_name, texts.changed,
      array(select name from standing_forms where standing_forms.notice_id = notices.id order by name) as forms,
      (select count(*) from calls where calls.notice_id = notices.id and calls.announced_at is not null) as calls
    from notices
    join units on units.id = notices.unit_id
    join notice_versions as versions on versions.notice_id = notices.id and versions.from_at <= ${now}
    join notice_texts as texts on texts.notice_id = notices.id and texts.version = versions.version
    where texts.language = ${language} or texts.is_original
    order by notices.slug, versions.version desc, (texts.language = ${language}) desc`.execute(db)
  return rows
}
