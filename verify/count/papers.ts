import { createHash } from 'node:crypto'
import { Misuse } from '../say.ts'

/** A kind of paper: ranks in order, each with the candidates (from 0) who share it; and how many such papers there are. */
export interface Kind {
  ranks: number[][]
  papers: number
}

export interface Election {
  names: string[]
  places: number
  withdrawn: Set<number>
  kinds: Kind[]
  blank: number
  /** Lots: who stands earlier is chosen. Undefined where the file gives none. */
  lots: number[] | undefined
}

/** Reads BLT: `candidates places`, options, `count ranks … 0`, `0`, names, title. */
export function readBlt(text: string): Election {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const isEnd = (line: string) => line.replace(/#.*/, '').trim() === '0'
  const end = lines.findIndex(isEnd)
  const papers = lines.slice(0, Math.max(0, end)).map((line, at) => ({ words: wordsOf(line), line: at + 1 }))
  const [head, ...rest] = papers.filter(({ words }) => words.length > 0)
  const [size = 0, places = 0] = (head?.words ?? []).map(Number)
  const names = lines
    .slice(end + 1)
    .filter((line) => line.trim() !== '')
    .slice(0, size)
    .map(nameIn)
  if (end < 0 || size < 1 || places < 1 || names.length !== size)
    throw new Misuse('This file is no BLT file of papers.')
  const election: Election = { names, places, withdrawn: new Set(), kinds: [], blank: 0, lots: undefined }
  const nicks: string[] = []
  for (const { words, line } of rest)
    readLine(election, words, { nicks, number: (word) => numberOf(word, nicks, line) })
  return { ...election, kinds: merged(election.kinds) }
}

function wordsOf(line: string): string[] {
  return line
    .replace(/#.*/, '')
    .split(/\s+/)
    .filter((word) => word !== '')
}

function readLine(
  election: Election,
  words: string[],
  { nicks, number }: { nicks: string[]; number: (word: string) => number },
): void {
  const [first = ''] = words
  if (first.startsWith('[')) {
    const inside = words.join(' ').replace(/[[\]]/g, ' ').trim().split(/\s+/)
    if (inside[0] === 'nick') nicks.push(...inside.slice(1))
    else if (inside[0] === 'tie') election.lots = inside.slice(1).map(number)
    else for (const word of inside.slice(1)) election.withdrawn.add(number(word))
  } else if (first.startsWith('-')) for (const word of words) election.withdrawn.add(number(word.slice(1)))
  else addPaper(election, words, number)
}

/** `"Ada"`, `"Ada ""Ace"" Lovelace"`, `"Ada" "Independent"` or a name without marks. */
function nameIn(full: string): string {
  const line = full.trim()
  const parts = [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, part = '']) =>
    part.replaceAll('""', '"').trim(),
  )
  const [name, ...more] = line.startsWith('"') ? parts : [line]
  return [name, ...more.map((part) => `(${part})`)].join(' ')
}

function numberOf(word: string, nicks: readonly string[], line: number): number {
  const nick = nicks.indexOf(word)
  if (nick >= 0) return nick
  if (/^[1-9]\d*$/.test(word)) return Number(word) - 1
  throw new Misuse(`Line ${line}: "${word}" is no candidate.`)
}

function addPaper(election: Election, words: string[], number: (word: string) => number): void {
  if (words.at(-1) !== '0') throw new Misuse(`This paper does not end with 0: ${words.join(' ')}`)
  const papers = Number(words[0])
  const ranks = words.slice(1, -1).map((word) =>
    word
      .split('=')
      .map(number)
      .sort((a, b) => a - b),
  )
  if (ranks.length === 0) election.blank += papers
  else election.kinds.push({ ranks, papers })
}

/** Equal papers put together; the order is that of their text. */
export function merged(kinds: readonly Kind[]): Kind[] {
  const byText = new Map<string, Kind>()
  for (const { ranks, papers } of kinds) {
    const text = textOf(ranks)
    const known = byText.get(text)
    if (known) known.papers += papers
    else byText.set(text, { ranks, papers })
  }
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind)
}

function textOf(ranks: readonly number[][]): string {
  return ranks.map((rank) => rank.map((candidate) => candidate + 1).join('=')).join('>')
}

/** The published text of the papers: names, an empty line, `count:ranking` sorted. Its SHA-256 draws lots by default. */
export function canonicalText({ names, kinds }: Election): string {
  const lines = kinds.map(({ ranks, papers }) => `${papers}:${textOf(ranks)}`)
  return `${names.join('\n')}\n\n${lines.sort().join('\n')}\n`
}

/** Candidates in the order of SHA-256(seed, line feed, name). */
export function drawLots(names: readonly string[], seed: string): number[] {
  const ticket = (name: string) => createHash('sha256').update(`${seed.toLowerCase()}\n${name}`).digest('hex')
  return names
    .map((name, candidate) => ({ candidate, ticket: ticket(name) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ candidate }) => candidate)
}

/** The order of lots that holds: from a seed, from the file, or from the papers themselves. */
export function lotsFor(election: Election, seed: string | undefined): number[] {
  if (seed !== undefined) return drawLots(election.names, seed)
  return (
    election.lots ??
    drawLots(election.names, createHash('sha256').update(canonicalText(election)).digest('hex'))
  )
}

/** Papers reduced to single candidates by rank, cut before the first shared rank; those that begin with one are void. */
export function singleRanks({ kinds }: Election): { order: number[]; papers: number }[] {
  return kinds.flatMap(({ ranks, papers }) => {
    const shared = ranks.findIndex((rank) => rank.length > 1)
    const order = (shared < 0 ? ranks : ranks.slice(0, shared)).flat()
    return order.length > 0 ? [{ order, papers }] : []
  })
}
