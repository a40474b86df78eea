import type { Agreement } from './compare-codes.ts'
import type { Measured } from './measured-names.ts'
import type { ThemesFound } from './themes-found.ts'

const QUOTED_CHARACTERS = 70

/** One row a theme for a table: id, size, label, a quotation. The lower level stands indented below its broad theme. */
export function themeRows({ themes }: ThemesFound): [string, number, string, string][] {
  return themes.map((theme) => [
    theme.parent === undefined ? theme.id : `  ${theme.id}`,
    theme.size,
    theme.is_small ? `${theme.label} (small)` : theme.label,
    shortened(theme.quotations[0]?.text ?? ''),
  ])
}

/** What stands below the table: what was joined, what has no theme, languages, and whether the story holds. */
export function reportLines({
  answers,
  themes,
  made,
  stability,
  measured,
  agreement,
}: ThemesFound): string[] {
  const lower = themes.filter((theme) => !themes.some(({ parent }) => parent === theme.id)).length
  return [
    '',
    `${made.answers} answers, ${made.duplicates} of them repeat an earlier one. ${lower} themes; ${made.without_theme} answers are in none.`,
    `Languages: ${languageShares(answers)}.`,
    ...stability.map(
      ({ language, answers: count, seeds, samples }) =>
        `Does the story hold (${language}, ${count} answers)? Agreement with runs started elsewhere ${seeds}, with four answers in five ${samples} (1: the same).`,
    ),
    ...namedLines('Stance', measured?.stance ?? []),
    ...namedLines('Sentiment', measured?.sentiment ?? []),
    ...agreementLines(agreement),
    `Sizes count an answer in each of its themes, three at most. Labels are only words that stand out: read the quotations, and name themes yourselves.`,
  ]
}

function namedLines(what: string, measured: readonly Measured[]): string[] {
  return measured.map(({ language, coded, accuracy, interval, always, is_assessed }) => {
    const found =
      accuracy === undefined ? 'too few to measure' : `told right ${accuracy} (${interval?.join(' to ')})`
    const verdict = is_assessed ? 'assessed' : 'not assessed'
    return `${what} (${language}): ${coded} coded answers, ${found}; always the commonest ${always}: ${verdict}.`
  })
}

function agreementLines(agreement: Agreement | undefined): string[] {
  if (!agreement) return []
  const { coded, f1_macro: f1, adjusted_mutual_information: information, themes, coders = [] } = agreement
  const head = `Against ${coded} answers coded by people: F1 ${f1.toFixed(3)}, adjusted mutual information ${information?.toFixed(3) ?? 'not known'}.`
  const lines = themes.map((theme) => {
    const alpha = coders.find((each) => each.theme === theme.theme)?.alpha
    const people = coders.length > 0 ? `, alpha among people ${alpha?.toFixed(3) ?? 'not known'}` : ''
    return `  ${theme.theme} (${theme.size}): ${theme.found ?? 'no theme found'}, F1 ${theme.f1.toFixed(3)}${people}`
  })
  return [head, ...lines]
}

function languageShares(answers: ThemesFound['answers']): string {
  const counts = new Map<string, number>()
  for (const { language } of answers) counts.set(language, (counts.get(language) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return sorted
    .map(([language, count]) => `${language === 'und' ? 'not told' : language} ${count}`)
    .join(', ')
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= QUOTED_CHARACTERS ? line : `${line.slice(0, QUOTED_CHARACTERS - 1).trimEnd()}…`
}
