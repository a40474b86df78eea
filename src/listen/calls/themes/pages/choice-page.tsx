import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { DateField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { choiceMessages, OUTCOME_MESSAGES } from '../choice-messages.ts'
import type { Pending } from '../choose.ts'
import { teamMessages } from '../team-messages.ts'
import type { Outcome } from '../themes-of.ts'
import { outcomeWords } from './theme-words.tsx'

interface ChoicePageProps {
  t: Translate
  title: string
  language?: string
  path: string
  outcomes: readonly Outcome[]
  pending: Pending | null
  problems: FieldProblem[]
  typed: Readonly<Record<string, unknown>>
  once: string
}

const HINTS = {
  'taken-up': choiceMessages.takenUpHint,
  'not-taken-up': choiceMessages.notTakenUpHint,
  done: choiceMessages.outcomeDoneHint,
  answered: choiceMessages.answeredHint,
} as const

const STATUS = {
  'taken-up': 'accepted',
  'not-taken-up': 'refused',
  done: 'answered',
  answered: 'answered',
} as const

/** What the body does with a theme or an answer, and why; while a choice waits it can be taken back. */
export function ChoicePage(props: ChoicePageProps) {
  const { t, title, language, path, pending, problems, once } = props
  return (
    <>
      <Head
        title={t(choiceMessages.chooseTitle)}
        lead={t(choiceMessages.chooseLead)}
        facts={[
          <a href={path} lang={language} dir={language ? directionOf(language) : undefined}>
            {title}
          </a>,
        ]}
      />
      {problems.length > 0 && <ErrorSummary title={t(teamMessages.problems)} problems={problems} />}
      {pending ? (
        <PendingChoice t={t} pending={pending} action={`${path}/choice/withdrawal`} once={once} />
      ) : (
        <ChoiceForm {...props} />
      )}
    </>
  )
}

export function PendingChoice({
  t,
  pending,
  action,
  once,
}: {
  t: Translate
  pending: Pending
  action: string
  once: string
}) {
  return (
    <>
      <Notice announced>
        <p>{t(choiceMessages.waiting, { moment: t.moment(pending.announceAt) })}</p>
        <p>{outcomeWords(t, pending)}</p>
        <Said lang={pending.language} dir={directionOf(pending.language)}>
          {pending.reason}
        </Said>
      </Notice>
      <Form action={action} hidden={{ once }}>
        <FormActions>
          <Button kind="second">{t(choiceMessages.takeBack)}</Button>
        </FormActions>
      </Form>
    </>
  )
}

function ChoiceForm({ t, path, outcomes, problems, typed, once }: ChoicePageProps) {
  const { field, choice } = keptIn(typed, problems)
  return (
    <Form action={`${path}/choice`} hidden={{ once }}>
      <ChoiceGroup
        {...choice('outcome')}
        legend={t(choiceMessages.outcome)}
        columns
        choices={outcomes.map((outcome) => ({
          value: outcome,
          label: t(OUTCOME_MESSAGES[outcome]),
          explanation: t(HINTS[outcome]),
          status: STATUS[outcome],
        }))}
      />
      <TextArea
        {...field('reason')}
        label={t(choiceMessages.reason)}
        hint={t(choiceMessages.reasonHint)}
        rows={5}
      />
      <DateField {...field('on_day')} label={t(choiceMessages.onDay)} hint={t(choiceMessages.onDayHint)} />
      <TextField {...field('leads_to')} label={t(choiceMessages.leadsTo)} inputMode="numeric" short />
      <FormActions>
        <Button>{t(choiceMessages.record)}</Button>
      </FormActions>
    </Form>
  )
}
