import { CANDIDATE, EQUAL, OVERVOTE, type Papers } from '../papers.ts'

/**
 * The papers as BLT, equal ones on one line, sorted so that the same papers give the same file. The format knows neither
 * gaps nor overvotes: a paper is written down to the overvote, and a missing rank is closed up.
 */
export function writeBlt(papers: Papers, places: number): string {
  const lines: string[] = [`${papers.candidates.length} ${places}`]
  for (const candidate of papers.withdrawn) lines.push(`-${candidate + 1}`)
  if (papers.lots) lines.push(`[tie ${papers.lots.map((candidate) => candidate + 1).join(' ')} ]`)
  const kinds = new Map<string, number>()
  for (let group = 0; group < papers.counts.length; group += 1) {
    const ranking = rankingOf(papers, group)
    kinds.set(ranking, (kinds.get(ranking) ?? 0) + (papers.counts[group] ?? 0))
  }
  for (const [ranking, count] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))
    lines.push(`${count}${ranking} 0`)
  const quoted = (name: string) => `"${name.replaceAll('"', '""').replaceAll(/[\r\n]+/g, ' ')}"`
  return `${[...lines, '0', ...papers.candidates.map(quoted), quoted(papers.title)].join('\n')}\n`
}

function rankingOf(papers: Papers, group: number): string {
  let ranking = ''
  for (let i = papers.starts[group] ?? 0; i < (papers.starts[group + 1] ?? 0); i += 1) {
    const mark = papers.marks[i] ?? 0
    if ((mark & CANDIDATE) === OVERVOTE) break
    ranking += `${mark & EQUAL ? '=' : ' '}${(mark & CANDIDATE) + 1}`
  }
  return ranking
}
