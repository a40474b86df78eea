import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Flood, FloodSample } from '../floods.ts'
import { m, REASON_MESSAGES } from '../messages.ts'
import { REASONS } from '../reasons.ts'

export interface FloodPageProps {
  t: Translate
  parts: readonly {
    flood: Flood
    samples: readonly FloodSample[]
    underway: readonly { cases: number; left: number }[]
  }[]
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

/** What came in floods, by body: a few of each, and one form that decides about them all. */
export function FloodPage(props: FloodPageProps) {
  const { t, parts, problems } = props
  return (
    <>
      <Head title={t(m.floodTitle)} lead={t(m.floodLead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={[...problems]} />}
      {parts.length === 0 && (
        <Empty title={t(m.floodNone)} actions={<a href="/moderation/desk">{t(m.deskTitle)}</a>} />
      )}
      {parts.map((part) => (
        <FloodPart {...props} part={part} />
      ))}
    </>
  )
}

type Part = FloodPageProps & { part: FloodPageProps['parts'][number] }

function FloodPart(props: Part) {
  const { t, part } = props
  const { flood, samples, underway } = part
  return (
    <Section heading={t(m.floodCount, { body: flood.body, count: flood.count })}>
      {underway.map(({ cases, left }) => (
        <Notice>
          <p>{t(m.floodUnderway, { cases, left })}</p>
        </Notice>
      ))}
      <RuledList>
        {samples.map(({ number, caseId, words }) => (
          <Item
            level={3}
            title={{ words: t(m.caseTitle, { number }), href: `/moderation/cases/${caseId}` }}
            facts={[<span dir="auto">{words}</span>]}
          />
        ))}
      </RuledList>
      <DecisionForm {...props} />
    </Section>
  )
}

/** What was typed goes back into the form it came from; the others stay empty. */
function DecisionForm({ t, part, typed: all, problems: allProblems }: Part) {
  const isThis = all.body === part.flood.slug
  const [typed, problems] = isThis ? [all, allProblems] : [{}, []]
  const value = (name: string) => textOf((typed as Record<string, unknown>)[name])
  return (
    <Form action="/moderation/floods" hidden={{ body: part.flood.slug }}>
      <TextField
        name="containing"
        label={t(m.floodContaining)}
        hint={t(m.floodContainingHint)}
        error={errorOf(problems, 'containing')}
        value={value('containing')}
      />
      <ChoiceGroup
        name="outcome"
        legend={t(m.decide)}
        error={errorOf(problems, 'outcome')}
        chosen={value('outcome')}
        choices={[
          { value: 'released', label: t(m.release), explanation: t(m.releaseHint) },
          { value: 'removed', label: t(m.remove), explanation: t(m.removeHint) },
        ]}
      />
      <SelectField
        name="reason"
        label={t(m.forWhat)}
        error={errorOf(problems, 'reason')}
        value={value('reason')}
        options={[
          { value: '', label: t(m.noReason) },
          ...REASONS.map((reason) => ({ value: reason, label: t(REASON_MESSAGES[reason]) })),
        ]}
      />
      <TextArea
        name="explanation"
        label={t(m.explanation)}
        hint={t(m.explanationHint)}
        error={errorOf(problems, 'explanation')}
        value={value('explanation')}
        rows={3}
      />
      <FormActions>
        <Button>{t(m.recordDecision)}</Button>
      </FormActions>
    </Form>
  )
}
