import { PapersGatherer } from '../gather-papers.ts'
import { EQUAL, type Papers } from '../papers.ts'
import { PaperProblem, textOf } from './paper-problem.ts'

/**
 * Reads PrefLib's ordinal files (Mattei and Walsh 2013; `.soc`, `.soi`, `.toc`, `.toi`): head lines
 * `# ALTERNATIVE NAME 1: Ada`, then `count: 1,2,{3,4}` with equal ranks in braces.
 */
export function readPreflib(bytes: Uint8Array): Papers {
  const gatherer = new PapersGatherer()
  const names: string[] = []
  let title = ''
  for (const [at, raw] of textOf(bytes)
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = raw.trim()
    const name = /^#\s*ALTERNATIVE NAME (\d+):\s*(.*)$/.exec(line)
    if (name) addName(names, name, at + 1)
    else if (/^#\s*TITLE:/.test(line)) title = line.replace(/^#\s*TITLE:\s*/, '')
    else if (line !== '' && !line.startsWith('#')) {
      refuseNameless(names)
      addPaper(gatherer, raw, { names, line: at + 1 })
    }
  }
  refuseNameless(names)
  return gatherer.finish({ candidates: names, title })
}

function refuseNameless(names: readonly string[]): void {
  if (names.length === 0)
    throw new PaperProblem(
      1,
      1,
      'No line "# ALTERNATIVE NAME 1: …" names a candidate. Is this a PrefLib file?',
    )
}

function addName(names: string[], [, number = '', name = '']: RegExpExecArray, line: number): void {
  if (Number(number) !== names.length + 1)
    throw new PaperProblem(line, 1, `Candidate ${number} is named where ${names.length + 1} is due.`)
  if (names.includes(name))
    throw new PaperProblem(line, 1, `Two candidates are named "${name}". Tell them apart.`)
  names.push(name)
}

function addPaper(
  gatherer: PapersGatherer,
  text: string,
  { names, line }: { names: string[]; line: number },
): void {
  const [, countText = ''] = /^\s*(\d+)\s*:/.exec(text) ?? []
  if (countText === '')
    throw new PaperProblem(line, 1, 'A paper is written "count: first,second,…", such as "12: 3,1,2".')
  const marks: number[] = []
  let isInBraces = false
  for (const found of text.slice(text.indexOf(':') + 1).matchAll(/[{}]|[^,{}\s]+/g)) {
    const [word] = found
    const column = text.indexOf(':') + 2 + found.index
    if (word === '{') marks.push(OPENED)
    if (word === '{' || word === '}') {
      isInBraces = word === '{'
      continue
    }
    const candidate = candidateIn(word, { names, marks, line, column })
    if (marks.at(-1) === OPENED) marks[marks.length - 1] = candidate
    else marks.push(isInBraces ? candidate | EQUAL : candidate)
  }
  const sorted = sortEqualRanks(marks.filter((mark) => mark !== OPENED))
  gatherer.add(sorted, sorted.length, Number(countText))
}

/** Stands where a brace has opened until its first candidate comes. */
const OPENED = -1

function candidateIn(
  word: string,
  {
    names,
    marks,
    line,
    column,
  }: { names: readonly string[]; marks: readonly number[]; line: number; column: number },
): number {
  const candidate = /^\d+$/.test(word) ? Number(word) - 1 : -1
  if (candidate < 0 || candidate >= names.length)
    throw new PaperProblem(
      line,
      column,
      `"${word}" is no candidate: write a number from 1 to ${names.length}.`,
    )
  if (marks.some((mark) => mark !== OPENED && (mark & ~EQUAL) === candidate))
    throw new PaperProblem(line, column, `This paper ranks candidate ${word} twice.`)
  return candidate
}

/** Candidates of one rank in rising order, so that equal papers look equal. */
function sortEqualRanks(marks: readonly number[]): number[] {
  const ranks: number[][] = []
  for (const mark of marks) {
    const last = ranks.at(-1)
    if (mark & EQUAL && last) last.push(mark & ~EQUAL)
    else ranks.push([mark])
  }
  return ranks.flatMap((rank) =>
    rank.sort((a, b) => a - b).map((candidate, i) => (i === 0 ? candidate : candidate | EQUAL)),
  )
}
