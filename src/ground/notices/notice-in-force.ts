import type { Db, Tx } from '#core/db/connect.ts'
import { noticeInLanguage } from './notice-in-language.ts'

/** A notice as it holds now, in one language. */
export interface NoticeInForce {
  id: string
  slug: string
  version: number
  publishes: string
  purposes: string[]
  recipients: string[]
  title: string
  summary: string
  /** That of the text, where the reader's was not there. */
  language: string
}

interface Wanted {
  /** Its slug, or its id. */
  notice: { slug: string } | { id: string }
  /** The reader's; the original stands in where it is missing. */
  language: string
  now: Date
  /** That version rather than the newest. */
  version?: number
}

/** The newest version of a notice whose time has come; null when there is no such notice. */
export async function noticeInForce(
  db: Db | Tx,
  { notice, language, now, version }: Wanted,
): Promise<NoticeInForce | null> {
  const row = await db
    .selectFrom('notices')
    .innerJoin('noticeVersions', 'noticeVersions.noticeId', 'notices.id')
    .innerJoin('noticeTexts', (join) =>
      join
        .onRef('noticeTexts.noticeId', '=', 'noticeVersions.noticeId')
        .onRef('noticeTexts.version', '=', 'noticeVersions.version'),
    )
    .select([
      'notices.id',
      'notices.slug',
      'noticeVersions.version',
      'noticeVersions.publishes',
      'noticeVersions.purposes',
      'noticeVersions.recipients',
      'noticeTexts.title',
      'noticeTexts.summary',
      'noticeTexts.language',
    ])
    .where('slug' in notice ? 'notices.slug' : 'notices.id', '=', 'slug' in notice ? notice.slug : notice.id)
    .where('noticeVersions.fromAt', '<=', now)
    .$if(version !== undefined, (query) => query.where('noticeVersions.version', '=', version ?? 0))
    .where((eb) =>
      eb.or([eb('noticeTexts.language', '=', language), eb('noticeTexts.isOriginal', '=', true)]),
    )
    .orderBy('noticeVersions.version', 'desc')
    .orderBy((eb) => eb('noticeTexts.language', '=', language), 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { said } = await noticeInLanguage(db, { id: row.id, said: row, language })
  return said
}
