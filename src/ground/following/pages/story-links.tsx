import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { m as moderationMessages } from '#ground/moderation/messages.ts'
import { m } from '../messages.ts'

/** What a reader of a story can do: follow it, or report its words. */
export function StoryLinks({
  t,
  matter: { number, kind, visibility },
  caseId,
}: {
  t: Translate
  matter: { number: number; kind: string; visibility: string }
  caseId: string | null
}) {
  const isShown = visibility === 'public'
  return (
    <p class="small line">
      {isShown && <a href={`/following/new?matter=${number}`}>{t(m.follow)}</a>}
      <a href={`${pathTo({ kind, number })}.atom`}>{t(m.feed)}</a>
      {isShown && <a href={`/moderation/reports/new?matter=${number}`}>{t(moderationMessages.report)}</a>}
      {caseId && <a href={`/moderation/cases/${caseId}`}>{t(moderationMessages.seeCase)}</a>}
    </p>
  )
}
