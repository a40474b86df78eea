import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { m } from '../messages.ts'
import type { NoticeInForce } from '../notice-in-force.ts'

/** At a form, before its first box: what is done with what one types, in one line, and the way to all of it. */
export function NoticeLine({
  t,
  notice,
}: {
  t: Translate
  notice: Pick<NoticeInForce, 'slug' | 'summary' | 'language' | 'version'>
}) {
  return (
    <Notice>
      <p>
        <span lang={notice.language} dir={directionOf(notice.language)}>
          {notice.summary}
        </span>{' '}
        <a href={`/notices/${notice.slug}?version=${notice.version}`}>{t(m.wholeNotice)}</a>
      </p>
    </Notice>
  )
}
