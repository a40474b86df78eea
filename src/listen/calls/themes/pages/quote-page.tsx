import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { m } from '../messages.ts'
import { teamMessages } from '../team-messages.ts'
import type { Theme } from '../themes-of.ts'

interface QuotePageProps {
  t: Translate
  theme: Theme
  answer: { number: number; words: string; language: string }
  once: string
}

/** Cutting an answer down to the passage that speaks for its theme. */
export function QuotePage({ t, theme, answer, once }: QuotePageProps) {
  return (
    <>
      <Head title={t(teamMessages.quote)} facts={[t(m.quotedFrom, { number: answer.number })]} />
      <Form action={`/themes/${theme.number}/quotations`} hidden={{ once, answer: String(answer.number) }}>
        <TextArea
          name="passage"
          label={t(teamMessages.quote)}
          hint={t(teamMessages.quoteHint)}
          value={answer.words}
          lang={answer.language}
          dir={directionOf(answer.language)}
          rows={6}
        />
        <FormActions>
          <Button>{t(teamMessages.quoteIt)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
