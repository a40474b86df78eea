import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Item } from '#ui/ruled-list/ruled-list.tsx'
import { type Draft, titleOf } from '../draft-of.ts'
import { m } from '../messages.ts'

/** One draft in a list: where one goes on with it, until when it is kept, and the way to forget it. */
export function DraftItem({ t, draft, kind }: { t: Translate; draft: Draft; kind?: string }) {
  const { id, page, savedAt, expiresOn } = draft
  return (
    <Item
      level={2}
      kind={kind}
      title={{ words: titleOf(draft) ?? t(m.withoutTitle), href: `${page}?draft=${id}` }}
      facts={[t(m.savedOn, { moment: t.moment(savedAt) }), t(m.keptUntil, { day: t.day(noonOf(expiresOn)) })]}
      action={
        <Form action={`/submissions/drafts/${id}/removal`}>
          <p>
            <Button kind="second" size="small">
              {t(m.forgetDraft)}
            </Button>
          </p>
        </Form>
      }
    />
  )
}
