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
  const counts: number[] = []
  const election: Election = {
    names: [],
    places: 0,
    withdrawn: new Set(),
    kinds: [],
    blank: 0,
    lots: undefined,
  }
  let nicks: string[] = []
  let isInPapers = true
  for (const [at, full] of lines.entries()) {
    const line = full.trim()
    if (!isInPapers) {
      if (line !== '' && election.names.length < (counts[0] ?? 0)) election.names.push(nameIn(line))
      continue
    }
    const words = line
      .replace(/#.*/, '')
      .split(/\s+/)
      .filter((word) => word !== '')
    if (words.length === 0) continue
    const number = (word: string) => numberOf(word, nicks, at + 1)
    if (counts.length === 0) {
      counts.push(...words.map(Number))
      election.places = counts[1] ?? 0
    } else if (line.startsWith('[')) {
      const inside = line.replace(/[[\]]/g, ' ').trim().split(/\s+/)
      if (inside[0] === 'nick') nicks = inside.slice(1)
      else if (inside[0] === 'tie') election.lots = inside.slice(1).map(number)
      else for (const word of inside.slice(1)) election.withdrawn.add(number(word))
    } else if (line.startsWith('-')) for (const word of words) election.withdrawn.add(number(word.slice(1)))
    else if (words[0] === '0') isInPapers = false
    else addPaper(election, words, number)
  }
  if (election.names.length !== counts[0] || election.places < 1)
    throw new Misuse('This file is no BLT file of papers.')
  return { ...election, kinds: merged(election.kinds) }
}

/** `"Ada"`, `"Ada ""Ace"" Lovelace"`, `"Ada" "Independent"` or a name without marks. */
function nameIn(line: string): string {
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
