import { Check } from '#ui/check/check.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { authorMessages as m } from '../author-messages.ts'
import { ActForm } from './author-forms.tsx'
import type { AuthorPartProps } from './author-part.tsx'

/** Every word of theirs, gone for good: what that means stands above the button. */
export function ErasureForm(props: AuthorPartProps) {
  const { t, trouble } = props
  const [wrong] = trouble?.act === 'erasure' ? trouble.problems : []
  return (
    <Section heading={t(m.eraseHeading)}>
      <p>{t(m.eraseLead)}</p>
      <ActForm {...props} act="erasure" button={t(m.eraseWords)} kind="grave">
        {wrong && (
          <Notice kind="late">
            <p>{wrong.message}</p>
          </Notice>
        )}
        <Check id="erasure-sure" name="sure">
          {t(m.eraseSure)}
        </Check>
      </ActForm>
    </Section>
  )
}
