import type { Translate } from '#core/i18n/translate.ts'
import type { Draft } from '#ground/drafts/draft-of.ts'
import { DraftItem } from '#ground/drafts/pages/draft-item.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { m } from '../messages.ts'

/** What a person began and did not hand in yet. */
export function DraftsPage({ t, drafts }: { t: Translate; drafts: readonly Draft[] }) {
  return (
    <>
      <Head title={t(m.draftsTitle)} lead={t(m.draftsLead)} />
      {drafts.length === 0 && (
        <Empty title={t(m.noDrafts)} actions={<a href="/submissions/new">{t(m.handInTitle)}</a>} />
      )}
      <RuledList>
        {drafts.map((draft) => (
          <DraftItem t={t} draft={draft} />
        ))}
      </RuledList>
    </>
  )
}
