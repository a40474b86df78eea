import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import type { DraftForm } from '../draft-form.ts'
import { m } from '../messages.ts'

export interface DraftNotice {
  words: string
  link: { words: string; href: string }
}

interface WhatIsKeptProps {
  t: Translate
  form: Pick<DraftForm, 'under'>
  draftId: string
  savedAt?: Date
  notice?: DraftNotice
}

/** That a draft stands in the form, with the way to forget it; or that a session ended and nothing was lost. */
export function WhatIsKept({ t, form, draftId, savedAt, notice }: WhatIsKeptProps) {
  return (
    <>
      {notice && (
        <Notice announced>
          <p>{notice.words}</p>
          <p>
            <a href={notice.link.href}>{notice.link.words}</a>
          </p>
        </Notice>
      )}
      {savedAt && (
        <Notice id="draft" announced>
          <p>{t(m.draftKept, { moment: t.moment(savedAt) })}</p>
          <Form action={`${form.under}/drafts/${draftId}/removal`}>
            <p>
              <Button kind="second" size="small">
                {t(m.forgetDraft)}
              </Button>
            </p>
          </Form>
        </Notice>
      )}
    </>
  )
}
