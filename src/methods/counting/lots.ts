import { createHash } from 'node:crypto'
import { CANDIDATE, EQUAL, GAP, type Papers } from './papers.ts'

/** Decides what no rule decides. One order of all candidates serves the whole count: whoever stands first in it is chosen. */
export interface Lots {
  /** Words for the report: where the order comes from. */
  source: string
  /** Candidates (indexes), first drawn first. */
  order(): readonly number[]
}

/** An order drawn beforehand and written down, by index. */
export function drawnLots(order: readonly number[], source = 'the order of lots given'): Lots {
  return { source, order: () => order }
}

/**
 * Lots from a public seed: candidates stand in the order of SHA-256(seed in lower-case hexadecimal, line feed, name), all
 * in UTF-8, compared as bytes. Anybody repeats it with `printf '%s\n%s' SEED NAME | sha256sum` and sorts.
 */
export function seededLots(candidates: readonly string[], seed: string): Lots {
  return {
    source: `SHA-256 of the seed ${seed} and each name`,
    order: once(() => orderBySeed(candidates, seed)),
  }
}

/**
 * Lots where nobody published a seed: the seed is then the SHA-256 of the papers themselves, in the canonical text below,
 * so that a recount draws the same. Whoever can see all papers and add one could bend it, so a binding count publishes a
 * seed instead; the report says which was used.
 */
export function lotsFromPapers(papers: Papers): Lots {
  const seed = () => createHash('sha256').update(canonicalText(papers)).digest('hex')
  return {
    source: 'the SHA-256 of the papers, for no seed was published',
    order: once(() => orderBySeed(papers.candidates, seed())),
  }
}

/**
 * The names, one a line; an empty line; then one line for each different paper, `count:ranking`, sorted as bytes. A ranking
 * is the numbers of the candidates from 1, joined by `>`, by `=` where ranked equal, by `>>` after a missing rank; an
 * overvote is 16384.
 */
export function canonicalText(papers: Papers): string {
  const lines: string[] = []
  for (let group = 0; group < papers.counts.length; group += 1) {
    let line = `${papers.counts[group]}:`
    const start = papers.starts[group] ?? 0
    for (let i = start; i < (papers.starts[group + 1] ?? 0); i += 1) {
      const mark = papers.marks[i] ?? 0
      line += `${jointBefore(mark, i === start)}${(mark & CANDIDATE) + 1}`
    }
    lines.push(line)
  }
  return `${papers.candidates.join('\n')}\n\n${lines.sort().join('\n')}\n`
}

/** Draws when first asked and keeps the answer. */
function once(draw: () => number[]): () => readonly number[] {
  let drawn: number[] | undefined
  return () => {
    drawn ??= draw()
    return drawn
  }
}

function jointBefore(mark: number, isFirst: boolean): string {
  if (mark & EQUAL) return '='
  if (mark & GAP) return '>>'
  return isFirst ? '' : '>'
}

function orderBySeed(candidates: readonly string[], seed: string): number[] {
  const drawn = candidates.map((name, candidate) => ({
    candidate,
    ticket: createHash('sha256').update(`${seed.toLowerCase()}\n${name}`).digest('hex'),
  }))
  return drawn.sort((a, b) => (a.ticket < b.ticket ? -1 : 1)).map(({ candidate }) => candidate)
}
