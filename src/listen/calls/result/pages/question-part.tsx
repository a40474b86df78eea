import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { InOriginal } from '#ground/translations/pages/translated.tsx'
import type { SaidIn } from '#ground/translations/said-in.ts'
import { BarRows, Chart } from '#ui/chart/chart.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { CallFigures, OptionFigures, QuestionFigures } from '../figures.ts'
import { m } from '../messages.ts'
import type { Asked } from '../result-to-read.ts'
import { isolated } from '../words-of.ts'
import { ThemesPart } from './themes-part.tsx'

type Props = {
  t: Translate
  figures: CallFigures
  question: QuestionFigures
  said: SaidIn
  /** Of the wording shown. */
  language: string
  /** The question as it was asked, where what is shown is a translation. */
  original: { language: string; asked: Asked | undefined } | null
}

/** One question with what was answered: bars for a choice, three counts for each statement, themes for open words. */
export function QuestionPart({ t, figures, question, said, language, original }: Props) {
  const { place, kind, wording, answered } = question
  const note = t(m.answeredIt, { count: t.number(answered), total: t.number(figures.counted) })
  return (
    <Section
      id={`question-${place}`}
      heading={
        <>
          <span class="small quiet">{t(m.question, { number: place })}</span>{' '}
          <bdi lang={language}>{wording}</bdi>
        </>
      }
      note={note}
    >
      {original?.asked && <AsAsked t={t} language={original.language} asked={original.asked} />}
      {kind === 'choice' && <Choice t={t} question={question} language={language} />}
      {kind === 'statements' && <Statements t={t} question={question} language={language} />}
      {kind === 'open' && (
        <ThemesPart t={t} question={question} said={said} language={original?.language ?? language} />
      )}
      {kind === 'place' && <p>{t(m.howPlaces)}</p>}
    </Section>
  )
}

function AsAsked({ t, language, asked }: { t: Translate; language: string; asked: Asked }) {
  const own = { lang: language, dir: directionOf(language) }
  return (
    <InOriginal t={t} language={language}>
      <p {...own}>{asked.wording}</p>
      {asked.options.length > 0 && (
        <ul {...own}>
          {asked.options.map((option) => (
            <li>{option}</li>
          ))}
        </ul>
      )}
    </InOriginal>
  )
}

type OfOne = { t: Translate; question: QuestionFigures; language: string }

function Choice({ t, question, language }: OfOne) {
  const { options, answered } = question
  const [first] = options.toSorted((a, b) => b.chosen - a.chosen)
  if (!first || answered === 0) return <p>{t(m.noMarks)}</p>
  return (
    <Chart
      finding={t(m.mostChosen, {
        wording: isolated(first.wording),
        percent: t.percent(first.chosen / answered),
      })}
      method={t(m.howCounts)}
    >
      <BarRows
        caption={<InLanguage lang={language}>{question.wording}</InLanguage>}
        headings={[t(m.option), t(m.chosenBy)]}
        rows={options.map(({ wording, chosen }) => ({
          label: <InLanguage lang={language}>{wording}</InLanguage>,
          words: t(m.ofThoseWhoAnswered, { count: t.number(chosen), percent: t.percent(chosen / answered) }),
          share: chosen / Math.max(1, first.chosen),
        }))}
      />
    </Chart>
  )
}

/** Share of agreement among those who took a side. */
export function agreementOf({ chosen, disagreed }: OptionFigures): number {
  return chosen + disagreed === 0 ? 0 : chosen / (chosen + disagreed)
}

function Statements({ t, question, language }: OfOne) {
  const { options, answered } = question
  const [first] = options.toSorted((a, b) => agreementOf(b) - agreementOf(a))
  if (!first || answered === 0) return <p>{t(m.noMarks)}</p>
  const columns = [
    { heading: t(m.statement) },
    ...[m.agree, m.disagree, m.pass].map((heading) => ({ heading: t(heading), numeric: true })),
  ]
  return (
    <Chart
      finding={t(m.mostAgreed, { wording: isolated(first.wording), percent: t.percent(agreementOf(first)) })}
      method={t(m.howCounts)}
      numbers={{
        summary: t(m.theNumbers),
        table: (
          <Table
            caption={t(m.theNumbers)}
            hideCaption
            folds
            columns={columns}
            rows={options.map(({ wording, chosen, disagreed, passed }) => ({
              cells: [
                <InLanguage lang={language}>{wording}</InLanguage>,
                t.number(chosen),
                t.number(disagreed),
                t.number(passed),
              ],
            }))}
          />
        ),
      }}
    >
      <BarRows
        caption={<InLanguage lang={language}>{question.wording}</InLanguage>}
        headings={[t(m.statement), t(m.agree)]}
        rows={options.map((option) => ({
          label: <InLanguage lang={language}>{option.wording}</InLanguage>,
          words: t.percent(agreementOf(option)),
          share: agreementOf(option),
        }))}
      />
    </Chart>
  )
}
