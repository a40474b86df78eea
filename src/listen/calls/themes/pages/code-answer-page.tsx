import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import type { Question } from '../../call.ts'
import type { ThemedCall } from '../call-with-themes.ts'
import { type Coding, SENTIMENTS, STANCES } from '../code-answer.ts'
import { codingMessages } from '../coding-messages.ts'
import { m } from '../messages.ts'
import type { Sample } from '../samples-of.ts'
import { teamMessages } from '../team-messages.ts'
import type { Theme } from '../themes-of.ts'
import { CODE_NAMES } from './how-computed.tsx'
import { nameOf } from './theme-words.tsx'

interface CodeAnswerPageProps {
  t: Translate
  call: ThemedCall
  question: Question
  sample: Sample
  coding: Coding
  themes: readonly Theme[]
  problems: FieldProblem[]
  typed: Readonly<Record<string, unknown>>
  once: string
}

/** One answer to code, alone: a list, two questions, one button. Themes stand by their numbers, so that sizes say nothing. */
export function CodeAnswerPage({
  t,
  call,
  question,
  sample,
  coding,
  themes,
  problems,
  typed,
  once,
}: CodeAnswerPageProps) {
  const { next, done, all } = coding
  if (!next)
    return (
      <>
        <Head title={t(codingMessages.coding)} />
        <Notice kind="good">{t(codingMessages.allCoded)}</Notice>
      </>
    )
  const leaves = themes
    .filter(({ id }) => !themes.some(({ parentId }) => parentId === id))
    .toSorted((a, b) => a.number - b.number)
  const named = (name: string) => {
    const known = CODE_NAMES[name]
    return { value: name, label: known ? t(known) : name }
  }
  const { field, choice } = keptIn(typed, problems)
  return (
    <>
      <Head
        title={t(codingMessages.codeTitle, { place: done + 1, all })}
        lead={
          <span lang={call.language} dir={directionOf(call.language)}>
            {question.wording}
          </span>
        }
        facts={[t(codingMessages.notSeen)]}
      />
      {problems.length > 0 && <ErrorSummary title={t(teamMessages.problems)} problems={problems} />}
      <Said lang={next.language} dir={directionOf(next.language)} size="lead">
        {next.words}
      </Said>
      <Form
        action={`/calls/${call.number}/themes/coding/${sample.id}/codes`}
        hidden={{ once, answer: String(next.number) }}
      >
        <SelectField
          {...field('theme')}
          label={t(codingMessages.whichTheme)}
          options={[
            { value: '', label: t(teamMessages.choose) },
            ...leaves.map((theme) => ({
              value: String(theme.number),
              label: nameOf(t, theme),
              lang: theme.language,
            })),
            { value: 'none', label: t(codingMessages.noTheme) },
          ]}
        />
        <ChoiceGroup {...choice('stance')} legend={t(m.stance)} columns choices={STANCES.map(named)} />
        <ChoiceGroup
          {...choice('sentiment')}
          legend={t(m.sentiment)}
          columns
          choices={SENTIMENTS.map(named)}
        />
        <FormActions>
          <Button>{t(codingMessages.codeIt)}</Button>
        </FormActions>
      </Form>
    </>
  )
}
