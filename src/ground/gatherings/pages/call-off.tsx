import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Gathering } from '../find-gathering.ts'
import { formMessages as f } from '../form-messages.ts'

/** Calls it off; of one that comes again, if wished, every later time too. */
export function CallOff({ t, gathering, once }: { t: Translate; gathering: Gathering; once: string }) {
  const { number, seriesId } = gathering
  return (
    <Section heading={t(f.callOff)} note={t(f.callOffNote)}>
      <Form action={`/gatherings/${number}/cancellation`} hidden={{ once }}>
        <TextArea name="reason" id="call-off-reason" label={t(f.callOffWhy)} rows={3} />
        {seriesId !== null && <Check name="following">{t(f.callOffFollowing)}</Check>}
        <FormActions>
          <Button kind="grave">{t(f.callOff)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
