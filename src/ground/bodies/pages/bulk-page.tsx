import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { OutcomeChoice, WhereItGoes } from '#ground/matters/pages/decision-form.tsx'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, keptIn, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { deskPageMessages as m } from '../desk-messages.ts'
import type { Body } from '../queries.ts'

export interface BulkPageProps {
  t: Translate
  now: Date
  body: Body
  matters: readonly { number: number; title: string | null; language: string }[]
  others: readonly Body[]
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
  /** How many were recorded just now, when others were left out. */
  recorded: number | undefined
  once: string
}

/** Several matters, one outcome, one reason. */
export function BulkPage(props: BulkPageProps) {
  const { t, body, problems, recorded, typed, once } = props
  const { field } = keptIn(typed, problems)
  return (
    <>
      <Head title={t(m.bulkTitle)} lead={t(m.bulkLead)} />
      {problems.length > 0 && (
        <ErrorSummary
          title={
            recorded === undefined
              ? t(deskMessages.notRightYet, { count: problems.length })
              : t(m.bulkSome, { count: recorded })
          }
          problems={[...problems]}
        />
      )}
      <Form action={`/bodies/${body.slug}/decisions`} hidden={{ once }}>
        <Section heading={t(m.bulkWhich)}>
          <Chosen {...props} />
        </Section>
        <Section heading={t(deskMessages.decisionOf, { body: body.name })}>
          <OutcomeChoice t={t} chosen={textOf(typed.outcome)} error={errorOf(problems, 'outcome')} />
          <TextArea
            {...field('reason')}
            label={t(deskMessages.why)}
            hint={t(deskMessages.whyHint)}
            rows={5}
          />
          <WhereItGoes {...props} />
          <FormActions>
            <Button>{t(deskMessages.record)}</Button>
            <a href={`/bodies/${body.slug}/desk`}>{t(deskMessages.backToDesk)}</a>
          </FormActions>
          <p class="small quiet">{t(deskMessages.waitsFiveMinutes)}</p>
        </Section>
      </Form>
    </>
  )
}

function Chosen({ t, matters }: BulkPageProps) {
  return (
    <fieldset>
      <legend class="unseen">{t(m.bulkWhich)}</legend>
      <ul class="bare stack tight">
        {matters.map(({ number, title, language }) => (
          <li>
            <Check name="matter" id={`matter-${number}`} value={String(number)} checked>
              <span lang={title ? language : undefined} dir={title ? directionOf(language) : undefined}>
                {title ?? t(deskMessages.untitled)}
              </span>{' '}
              <span class="quiet small">{number}</span>
            </Check>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
