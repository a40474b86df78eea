import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { m } from '../messages.ts'
import type { HandInPageProps } from './hand-in-page.tsx'

/** That a draft stands in the form, with the way to forget it; or that a session ended and nothing was lost. */
export function WhatIsKept({
  x: { t },
  draftId,
  savedAt,
  notice,
}: Pick<HandInPageProps, 'x' | 'draftId' | 'savedAt' | 'notice'>) {
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
          <Form action={`/submissions/drafts/${draftId}/removal`}>
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
