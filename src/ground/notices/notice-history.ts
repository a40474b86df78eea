import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { NoticeText } from './make-notice.ts'

/** One version of a notice, with its text in one language. */
export interface NoticeVersion extends Required<NoticeText> {
  version: number
  fromAt: Date
  basis: string
  specialBasis: string | null
  purposes: string[]
  recipients: string[]
  publishes: string
  keptDays: number | null
  language: string
}

export interface WholeNotice {
  id: string
  slug: string
  unit: { id: string; slug: string; name: string; lineage: string[] }
  /** The newest first. */
  versions: NoticeVersion[]
}

/** A notice with all its versions, each in the reader's language where it has a text in it. */
export async function findNotice(
  db: Db,
  { slug, language, now }: { slug: string; language: string; now: Date },
): Promise<WholeNotice | null> {
  const notice = await db
    .selectFrom('notices')
    .innerJoin('units', 'units.id', 'notices.unitId')
    .select([
      'notices.id',
      'notices.slug',
      'notices.unitId',
      'units.slug as unitSlug',
      'units.name',
      'units.lineage',
    ])
    .where('notices.slug', '=', slug)
    .executeTakeFirst()
  if (!notice) return null
  const { rows } = await sql<NoticeVersion>`
    select distinct on (versions.version)
      versions.version, versions.from_at, versions.basis, versions.special_basis, versions.purposes, versions.recipients,
      versions.publishes, versions.kept_days, texts.language, texts.title, texts.summary, texts.purpose, texts.kept,
      texts.seen, texts.published, texts.objecting, texts.changed
    from notice_versions as versions
    join notice_texts as texts on texts.notice_id = versions.notice_id and texts.version = versions.version
    where versions.notice_id = ${notice.id} and versions.from_at <= ${now}
      and (texts.language = ${language} or texts.is_original)
    order by versions.version desc, (texts.language = ${language}) desc`.execute(db)
  const { id, unitId, unitSlug, name, lineage } = notice
  return { id, slug, unit: { id: unitId, slug: unitSlug, name, lineage }, versions: rows }
}
