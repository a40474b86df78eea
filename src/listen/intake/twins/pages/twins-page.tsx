import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ChoiceGroup } from '#ui/choice-group/choice-group.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { Call } from '../../../calls/index.ts'
import { m, ROUTE_MESSAGES } from '../messages.ts'
import { MOST_ALIKE } from '../pair-twins.ts'
import type { Twin, TwinCounts, TwinPair } from '../twins-of.ts'

export interface TwinsPageProps {
  t: Translate
  call: Call
  pairs: readonly TwinPair[]
  /** Null for a helper, who looks and decides nothing. */
  counts: TwinCounts | null
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

/** Pairs of answers, each with both texts and one question: one answer, or two? */
export function TwinsPage(props: TwinsPageProps) {
  const { t, pairs, counts, problems } = props
  return (
    <>
      <Head
        title={t(m.title)}
        lead={t(counts ? m.lead : m.leadForHelpers)}
        facts={[...(counts ? [t(m.counts, { ...counts })] : []), t(m.campaign, { most: MOST_ALIKE })]}
      />
      {problems.length > 0 && (
        <ErrorSummary
          title={t(deskMessages.notRightYet, { count: problems.length })}
          problems={[...problems]}
        />
      )}
      {pairs.length === 0 && <Empty title={t(m.none)} />}
      {pairs.map((pair) => (
        <PairPart {...props} pair={pair} />
      ))}
    </>
  )
}

type Part = TwinsPageProps & { pair: TwinPair }

function PairPart(props: Part) {
  const { t, pair } = props
  const alike = pair.likeness === 1 ? m.bothAlike : pair.likeness > 0.5 ? m.wordsAlike : m.senderAlike
  const heading = `${pair.earlier.number} · ${pair.later.number}`
  return (
    <Section heading={heading} note={t(alike)}>
      <TwinWords t={t} twin={pair.earlier} />
      <TwinWords t={t} twin={pair.later} />
      {props.counts && <PairForm {...props} />}
    </Section>
  )
}

function TwinWords({ t, twin }: { t: Translate; twin: Twin }) {
  const { number, route, language, givenAt, words } = twin
  const routeName = Object.entries(ROUTE_MESSAGES).find(([name]) => name === route)?.[1]
  const about = { number, day: t.day(givenAt), route: routeName ? t(routeName) : route }
  return (
    <>
      <p>
        <a href={`/answers/${number}`}>{t(m.answer, about)}</a>
      </p>
      {words === null || words === '' ? (
        <p class="quiet">{t(words === null ? m.notForYou : m.noWords)}</p>
      ) : (
        <Words format="plain" words={words} lang={language} dir={directionOf(language)} />
      )}
    </>
  )
}

/** What was typed goes back to the pair it was typed for. */
function PairForm({ t, call, pair, typed: all, problems: allProblems }: Part) {
  const isThis =
    textOf(all.later) === String(pair.later.number) && textOf(all.earlier) === String(pair.earlier.number)
  const problems = isThis ? allProblems : []
  const value = (name: string) => (isThis ? textOf(all[name]) : '')
  const hidden = { earlier: String(pair.earlier.number), later: String(pair.later.number) }
  return (
    <Form action={`/calls/${call.number}/twins`} hidden={hidden}>
      <ChoiceGroup
        name="outcome"
        legend={t(m.decide)}
        error={errorOf(problems, 'outcome')}
        chosen={value('outcome')}
        choices={[
          { value: 'joined', label: t(m.join), explanation: t(m.joinHint) },
          { value: 'apart', label: t(m.apart), explanation: t(m.apartHint) },
        ]}
      />
      <TextArea
        name="reason"
        label={t(m.why)}
        hint={t(m.whyHint)}
        error={errorOf(problems, 'reason')}
        value={value('reason')}
        rows={2}
        dir="auto"
      />
      <FormActions>
        <Button>{t(m.save)}</Button>
      </FormActions>
    </Form>
  )
}
