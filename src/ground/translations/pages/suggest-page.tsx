import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Translation } from '../find-translation.ts'
import { m } from '../messages.ts'
import { segmentsOf } from '../segments.ts'
import { fieldOf } from '../written-in.ts'
import { SideBySide, typedOr } from './side-by-side.tsx'

export interface SuggestPageProps {
  t: Translate
  translation: Translation
  /** What readers read now: paragraphs by part. */
  shown: ReadonlyMap<string, string[]>
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
  isDone: boolean
}

/** What is shown, in boxes: whoever reads it may say it better. */
export function SuggestPage({ t, translation, shown, typed, problems, isDone }: SuggestPageProps) {
  const { id, original, language } = translation
  return (
    <>
      <Head title={t(m.suggestTitle)} lead={t(m.suggestLead)} />
      {isDone && (
        <Notice kind="good" announced>
          <p>{t(m.suggestThanks)}</p>
        </Notice>
      )}
      {problems.length > 0 && (
        <ErrorSummary title={t(m.problems)} problems={[...problems]}>
          {t(m.problemsKept)}
        </ErrorSummary>
      )}
      <Notice>
        <p>{t(m.suggestNotice)}</p>
      </Notice>
      <Form id="suggestion" action={`/translations/${id}/suggestions`}>
        <Section heading={t(m.original)}>
          {segmentsOf(original.parts).map((segment) => {
            const now = shown.get(segment.part)?.[segment.place] ?? ''
            return (
              <SideBySide
                t={t}
                paragraph={segment}
                original={{ words: segment.words, language: original.language }}
                written={{ words: typedOr(typed, fieldOf(segment), now), language }}
                problems={problems}
              />
            )
          })}
        </Section>
        <FormActions>
          <Button>{t(m.suggestSend)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
