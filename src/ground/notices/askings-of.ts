import type { Db } from '#core/db/connect.ts'

/** A question that waits for a yes or a no. */
export interface Asking {
  slug: string
  version: number
  summary: string
  changed: string
}

/** What the author of a matter is asked again, the newest first; null when nothing waits. */
export async function askingOf(
  db: Db,
  { matterId, language }: { matterId: string; language: string },
): Promise<Asking | null> {
  const row = await db
    .selectFrom('noticeAskings')
    .innerJoin('notices', 'notices.id', 'noticeAskings.noticeId')
    .innerJoin('noticeTexts', (join) =>
      join
        .onRef('noticeTexts.noticeId', '=', 'noticeAskings.noticeId')
        .onRef('noticeTexts.version', '=', 'noticeAskings.version'),
    )
    .select(['notices.slug', 'noticeAskings.version', 'noticeTexts.summary', 'noticeTexts.changed'])
    .where('noticeAskings.matterId', '=', matterId)
    .where('noticeAskings.answeredAt', 'is', null)
    .where((eb) =>
      eb.or([eb('noticeTexts.language', '=', language), eb('noticeTexts.isOriginal', '=', true)]),
    )
    .orderBy('noticeAskings.version', 'desc')
    .orderBy((eb) => eb('noticeTexts.language', '=', language), 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
