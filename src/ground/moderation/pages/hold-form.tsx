import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Case } from '../case-of.ts'
import { m } from '../messages.ts'

/** Reported words that everybody can still read. */
export function isHoldable({ sort, outcome, visibility }: Case): boolean {
  return sort === 'report' && outcome === null && visibility === 'public'
}

/** One press: the reason is the report's. */
export function HoldForm({ t, caseId }: { t: Translate; caseId: string }) {
  return (
    <Form action={`/moderation/cases/${caseId}/hold`}>
      <p>
        <Button kind="second" size="small">
          {t(m.hold)}
        </Button>
      </p>
    </Form>
  )
}
