import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { roleWords } from '#ground/grants/pages/role-words.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { m } from '../messages.ts'
import { officeMessages as o } from '../office-messages.ts'
import type { RaisedObjection } from '../open-objections.ts'
import { ObjectionMark } from './objections-part.tsx'

interface AnswerPageProps {
  t: Translate
  now: Date
  found: RaisedObjection
  typed: Readonly<Record<string, unknown>>
  problems: FieldProblem[]
}

/** An objection, for whoever answers it. */
export function AnswerPage(props: AnswerPageProps) {
  const { t, now, found, problems } = props
  const { look, language } = found
  return (
    <>
      <Head
        title={t(o.decideTitle, { day: t.day(found.askedAt) })}
        facts={[
          <ObjectionMark t={t} now={now} dueAt={found.dueAt} />,
          t(m.dueBy, { day: t.day(found.dueAt) }),
          t(o.decideFrom, { who: found.name ?? found.address ?? '' }),
        ]}
      />
      {problems.length > 0 && <ErrorSummary title={t(m.problem)} problems={problems} />}
      {look && (
        <p>
          {t(o.decideAboutLook, {
            who: look.by ?? t(m.someone),
            role: roleWords(t, look.role),
            day: t.day(look.at),
            purpose: look.purpose,
          })}
        </p>
      )}
      <Said lang={language} dir={directionOf(language)}>
        {found.words}
      </Said>
      {found.decidedAt === null ? <AnswerForm {...props} /> : <p>{t(o.decidedAlready)}</p>}
    </>
  )
}

function AnswerForm({ t, found, typed, problems }: AnswerPageProps) {
  const { field, choice } = keptIn(typed, problems)
  return (
    <Form action={`/my-data/objections/${found.id}/answer`}>
      <ChoiceGroup
        {...choice('outcome')}
        legend={t(o.decideOutcome)}
        choices={[
          {
            value: 'upheld',
            label: t(o.decideUpheld),
            explanation: t(o.decideUpheldHint),
            status: 'accepted',
          },
          {
            value: 'refused',
            label: t(o.decideRefused),
            explanation: t(o.decideRefusedHint),
            status: 'refused',
          },
        ]}
      />
      <TextArea {...field('reason')} label={t(o.decideReason)} hint={t(o.decideReasonHint)} rows={6} />
      <FormActions>
        <Button>{t(o.decideNow)}</Button>
      </FormActions>
    </Form>
  )
}
