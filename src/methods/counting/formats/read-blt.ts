import { PapersGatherer } from '../gather-papers.ts'
import { EQUAL, type Papers } from '../papers.ts'
import { BltWords, type Word } from './blt-words.ts'
import { PaperProblem, textOf } from './paper-problem.ts'

/**
 * Reads BLT, the format of Hill, Wichmann and Woodall (1987) as OpenSTV, OpaVote and Droop write it: `candidates places`;
 * `-n` or `[withdrawn n …]` for withdrawn candidates; `[nick …]` short names; `[tie …]` the order of lots; one line a
 * kind of paper, `count preference … 0`, equal ranks joined by `=`; `0`; the names and the title.
 */
export function readBlt(bytes: Uint8Array): Papers {
  const words = new BltWords(textOf(bytes))
  const size = numberIn(words.expect('the number of candidates'), 'the number of candidates', 0x3ffe)
  const places = numberIn(words.expect('the number of places'), 'the number of places', size)
  const settings = { size, nicks: [] as string[], withdrawn: new Set<number>(), lots: [] as number[] }
  const gatherer = new PapersGatherer()
  for (
    let word = words.expect('a paper');
    word.text !== '0';
    word = words.expect('a paper or the closing 0')
  ) {
    if (word.text.startsWith('[')) readOption(word, words, settings)
    else if (word.text.startsWith('-'))
      settings.withdrawn.add(candidateIn({ ...word, text: word.text.slice(1) }, settings))
    else readPaper(word, words, { settings, gatherer })
  }
  const candidates = readNames(words, size)
  const title = words.nextName()?.text ?? ''
  const lots = settings.lots.length > 0 ? settings.lots : undefined
  return gatherer.finish({ candidates, withdrawn: settings.withdrawn, places, title, lots })
}

interface Settings {
  size: number
  nicks: string[]
  withdrawn: Set<number>
  lots: number[]
}

function readOption(first: Word, words: BltWords, settings: Settings): void {
  const name = first.text.slice(1)
  const known = ['nick', 'tie', 'withdrawn']
  if (!known.includes(name))
    throw new PaperProblem(
      first.line,
      first.column,
      `"[${name}" is no option: ${known.join(', ')} are known.`,
    )
  for (let word = words.expect('the closing ]'); word.text !== ']'; word = words.expect('the closing ]')) {
    if (name === 'nick') settings.nicks.push(word.text)
    else if (name === 'tie') settings.lots.push(candidateIn(word, settings))
    else settings.withdrawn.add(candidateIn(word, settings))
  }
  if (name === 'tie' && new Set(settings.lots).size !== settings.size)
    throw new PaperProblem(first.line, first.column, '[tie …] must name every candidate once.')
}

function readPaper(
  first: Word,
  words: BltWords,
  { settings, gatherer }: { settings: Settings; gatherer: PapersGatherer },
): void {
  const papers = numberIn(
    first.text.startsWith('(') ? words.expect('a count') : first,
    'how many papers',
    0xffffffff,
  )
  const marks: number[] = []
  const seen = new Set<number>()
  for (
    let word = words.expect('a preference');
    word.text !== '0';
    word = words.expect('the 0 that ends a paper')
  ) {
    const equals = word.text.split('=').map((text) => candidateIn({ ...word, text }, settings))
    for (const candidate of equals) {
      if (seen.has(candidate))
        throw new PaperProblem(word.line, word.column, `This paper ranks candidate ${candidate + 1} twice.`)
      seen.add(candidate)
    }
    marks.push(
      ...equals.sort((a, b) => a - b).map((candidate, i) => (i === 0 ? candidate : candidate | EQUAL)),
    )
  }
  gatherer.add(marks, marks.length, papers)
}

function candidateIn(word: Word, { size, nicks }: Settings): number {
  const nick = nicks.indexOf(word.text)
  if (nick >= 0) return nick
  const number = /^\d+$/.test(word.text) ? Number(word.text) : 0
  if (number >= 1 && number <= size) return number - 1
  const right =
    nicks.length > 0
      ? `a number from 1 to ${size} or one of ${nicks.join(', ')}`
      : `a number from 1 to ${size}`
  throw new PaperProblem(
    word.line,
    word.column,
    `"${word.text}" is no candidate: write ${right}, and 0 to end the paper.`,
  )
}

function numberIn(word: Word, what: string, most: number): number {
  const number = /^\d+$/.test(word.text) ? Number(word.text) : Number.NaN
  if (number >= 1 && number <= most) return number
  throw new PaperProblem(
    word.line,
    word.column,
    `"${word.text}" is not ${what}: write a whole number from 1 to ${most}.`,
  )
}

function readNames(words: BltWords, size: number): string[] {
  const names: string[] = []
  const isLine = words.linesLeft() >= size
  while (names.length < size) {
    const name = words.nextName(isLine)
    if (!name) throw words.problem(`${names.length} names are given for ${size} candidates.`)
    if (name.text === '') throw new PaperProblem(name.line, name.column, 'This name is empty.')
    if (names.includes(name.text))
      throw new PaperProblem(
        name.line,
        name.column,
        `Two candidates are named "${name.text}". Tell them apart.`,
      )
    names.push(name.text)
  }
  return names
}
