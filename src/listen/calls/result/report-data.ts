import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName as nameOfLanguage } from '#core/i18n/written-languages.ts'
import { m as translations } from '#ground/translations/messages.ts'
import { titleFact } from '#ground/translations/pages/translated.tsx'
import type { SaidIn } from '#ground/translations/said-in.ts'
import { OUTCOME_MESSAGES } from '../themes/choice-messages.ts'
import type { CallFigures, Cell, QuestionFigures, ThemeFigures } from './figures.ts'
import type { ResultState } from './find-result.ts'
import { m } from './messages.ts'
import { agreementOf } from './pages/question-part.tsx'
import type { ResultToRead } from './result-to-read.ts'
import {
  countsInWords,
  countWords,
  languageName,
  type Naming,
  placeName,
  routeName,
  standingName,
} from './words-of.ts'

interface Reporting extends ResultToRead {
  state: ResultState
  figures: CallFigures
  url: string
  isLarge: boolean
}

const POINTS = 10.5
const LARGE_POINTS = 18

/** A bar of the report: what it is, its figure in words, its length 0…1. */
interface Row {
  label: string
  words: string
  share: number
}

/** Everything report.typ prints, in words: the template decides nothing and knows no language. */
export function reportData(t: Translate, reporting: Reporting) {
  const { call, state, figures, url, isLarge } = reporting
  return {
    points: isLarge ? LARGE_POINTS : POINTS,
    title: call.title ?? t(m.untitled),
    language: t.language,
    heading: t(m.reportTitle, { title: call.title ?? t(m.untitled) }),
    by: t(m.reportBy, { body: call.body.name }),
    lead: t(m.leadPublished, {
      counted: t.number(figures.counted),
      day: state.edition ? t.day(state.edition.publishedAt) : '',
    }),
    edition: state.edition ? t(m.edition, { number: state.edition.number }) : '',
    translated: translatedWords(t, reporting),
    url,
    page: t(m.page, { page: '{page}', pages: '{pages}' }),
    officeHolders: t(m.officeHolders, { count: figures.from_office_holders }),
    whoAnswered: t(m.whoAnswered),
    few: t(m.fewSays),
    lists: [
      { heading: t(m.byRoute), rows: rowsOf(t, figures.routes, routeName) },
      { heading: t(m.byLanguage), rows: rowsOf(t, figures.languages, languageName) },
      { heading: t(m.byStanding), rows: rowsOf(t, figures.standings, standingName) },
      { heading: t(m.byPlace), rows: placeRows(t, figures) },
    ],
    questions: figures.questions.map((question) => ({
      ...questionData(t, reporting, question),
      original: originalOf(reporting, question),
    })),
    how: {
      heading: t(m.howComputed),
      lines: [t(m.howCounts), t(m.howSmall), t(m.howThemes), t(m.howPlaces)],
      hash: t(m.hashSays),
      sha256: state.edition?.datasetSha256 ?? '',
    },
  }
}

function translatedWords(t: Translate, { translated, original }: Reporting): string {
  if (!translated.matter) return ''
  const language = nameOfLanguage(original, t.language)
  const { byMachine, byVolunteers } = translations
  return t(translated.matter.shownAs === 'machine' ? byMachine : byVolunteers, { language })
}

/** The question as it was asked, where another language stands above it. */
function originalOf({ translated, original, asked }: Reporting, { place }: QuestionFigures) {
  const words = asked.get(place)
  if (!translated.matter || !words) return null
  return {
    wording: words.wording,
    options: words.options,
    language: original,
    isRtl: directionOf(original) === 'rtl',
  }
}

function rowsOf(t: Translate, cells: readonly Cell[] | null, nameOf: Naming): Row[] {
  const longest = Math.max(1, ...(cells ?? []).map(({ count }) => count ?? 0))
  return (cells ?? []).map((cell) => ({
    label: nameOf(t, cell),
    words: countWords(t, cell.count),
    share: (cell.count ?? 0) / longest,
  }))
}

function placeRows(t: Translate, { nations }: CallFigures): Row[] {
  const cells = (nations ?? []).flatMap((nation) => {
    const regions = (nation.regions ?? []).filter(({ key }) => key !== '')
    return regions.length > 0 ? regions : [nation]
  })
  return rowsOf(t, cells, placeName)
}

function questionData(t: Translate, { figures, said }: Reporting, question: QuestionFigures) {
  const { place, wording, answered, kind, themes, without_theme: without } = question
  const whole = themes.filter((theme) => theme.part_of === null)
  const largest = Math.max(1, ...whole.map(({ answers }) => answers))
  return {
    heading: `${t(m.question, { number: place })}: ${wording}`,
    note: t(m.answeredIt, { count: t.number(answered), total: t.number(figures.counted) }),
    rows: optionRows(t, question),
    themes: whole.map((theme) => ({ ...themeData(t, theme, largest), ...saidOf(t, theme, said) })),
    without: kind === 'open' && without > 0 ? t(m.withoutTheme, { count: without }) : '',
  }
}

function optionRows(t: Translate, { kind, options, answered }: QuestionFigures): Row[] {
  if (kind === 'choice') {
    const most = Math.max(1, ...options.map(({ chosen }) => chosen))
    return options.map(({ wording, chosen }) => ({
      label: wording,
      words: t(m.ofThoseWhoAnswered, {
        count: t.number(chosen),
        percent: t.percent(chosen / Math.max(1, answered)),
      }),
      share: chosen / most,
    }))
  }
  return options.map((option) => ({
    label: option.wording,
    words: `${t(m.agree)} ${t.number(option.chosen)} · ${t(m.disagree)} ${t.number(option.disagreed)} · ${t(m.pass)} ${t.number(option.passed)}`,
    share: agreementOf(option),
  }))
}

function themeData(t: Translate, theme: ThemeFigures, largest: number) {
  const { answers, words, quotations, decision, stances, sentiments, is_small: isSmall } = theme
  return {
    count: `${t(m.themeAnswers, { count: answers })}${isSmall ? ` · ${t(m.themeSmall)}` : ''}`,
    share: answers / largest,
    words: words.length > 0 ? t(m.themeWords, { words: words.join(', ') }) : '',
    codes: [
      stances ? t(m.stance, { counts: countsInWords(t, stances) }) : t(m.stanceNotAssessed),
      sentiments ? t(m.sentiment, { counts: countsInWords(t, sentiments) }) : t(m.sentimentNotAssessed),
    ].join('. '),
    quotations: quotations.slice(0, 2).map(({ answer, language, passage }) => ({
      passage,
      language,
      isRtl: directionOf(language) === 'rtl',
      by: t(m.saidBy, { number: answer }),
    })),
    outcome: decision ? t(OUTCOME_MESSAGES[decision.outcome]) : t(m.noAnswerYet),
  }
}

/** Its name and why it was decided so, as the reader reads them, each with the mark of a translation. */
function saidOf(t: Translate, { number, title, decision }: ThemeFigures, said: SaidIn) {
  const name = said(number, title)
  const reason = decision && said(number, decision.reason)
  return {
    title: name?.words ?? title,
    named: name ? titleFact(t, name, name.from) : '',
    reason: reason?.words ?? decision?.reason ?? '',
    reasoned: decision && reason ? titleFact(t, reason, decision.language) : '',
  }
}
