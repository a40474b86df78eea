import type { Translate } from '#core/i18n/translate.ts'
import type { Draft } from '#ground/drafts/draft-of.ts'
import { m as draftMessages } from '#ground/drafts/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
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
        {drafts.map(({ id, page, savedAt, content }) => (
          <Item
            level={2}
            title={{ words: titleOf(t, content), href: `${page}?draft=${id}` }}
            facts={[t(m.savedOn, { moment: t.moment(savedAt) })]}
            action={
              <Form action={`/submissions/drafts/${id}/removal`}>
                <p>
                  <Button kind="second" size="small">
                    {t(draftMessages.forgetDraft)}
                  </Button>
                </p>
              </Form>
            }
          />
        ))}
      </RuledList>
    </>
  )
}

function titleOf(t: Translate, { title }: Draft['content']): string {
  return typeof title === 'string' && title.trim() !== '' ? title : t(m.draftWithoutTitle)
}
