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
export function reportLines({ answers, themes, made, stability }: ThemesFound): string[] {
  const lower = themes.filter((theme) => !themes.some(({ parent }) => parent === theme.id)).length
  return [
    '',
    `${made.answers} answers, ${made.duplicates} of them repeat an earlier one. ${lower} themes; ${made.without_theme} answers are in none.`,
    `Languages: ${languageShares(answers)}.`,
    ...stability.map(
      ({ language, answers: count, seeds, samples }) =>
        `Does the story hold (${language}, ${count} answers)? Agreement with other seeds ${seeds}, with four answers in five ${samples} (1: the same).`,
    ),
    `Sizes count an answer in each of its themes, three at most. Labels are only words that stand out: read the quotations, and name themes yourselves.`,
  ]
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
