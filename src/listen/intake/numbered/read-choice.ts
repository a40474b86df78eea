import { type AskedOption, type AskedQuestion, LETTERS } from './asked.ts'
import { type Item, type Items, isEdge, longestAt, readItems } from './read-items.ts'

/** Options chosen by letter, number or their own words; null where it is not clear which. Pure. */
export function readChoice(
  question: AskedQuestion,
  text: string,
): { options: AskedOption[]; rest: number } | null {
  const read = readItems(text, (said, at) => optionAt(question, said, at))
  if (!read) return null
  if (isTheList(read, question)) return { options: [], rest: read.rest }
  return { options: [...new Set(read.items.map(({ value }) => value))], rest: read.rest }
}

/** An option named here, by its label, its words, or both. */
export function optionAt({ options }: AskedQuestion, text: string, at: number): Item<AskedOption> | null {
  const label = labelAt(options, text, at)
  const words = wordsAt(options, text, at)
  if (words && words.end > (label?.end ?? 0)) return words
  return label
}

function wordsAt(options: readonly AskedOption[], text: string, at: number): Item<AskedOption> | null {
  const found = options.flatMap((value) => {
    const words = longestAt(text, at, value.wordings)
    return words === null ? [] : [{ value, end: at + words.length, by: 'words' as const }]
  })
  return found.toSorted((a, b) => b.end - a.end)[0] ?? null
}

function labelAt(options: readonly AskedOption[], text: string, at: number): Item<AskedOption> | null {
  const label = /^([a-z]|\d{1,2})/.exec(text.slice(at, at + 2))?.[0] ?? ''
  const place = /\d/.test(label) ? Number(label) : LETTERS.indexOf(label) + 1
  const value = options.find((option) => option.place === place)
  if (label === '' || !value || !isEdge(text, at + label.length)) return null
  const end = at + label.length
  const next = end + (/^[\s).\]:=*-]*/.exec(text.slice(end))?.[0].length ?? 0)
  const own = longestAt(text, next, value.wordings)
  return own === null ? { value, end, by: 'label' } : { value, end: next + own.length, by: 'both' }
}

/** Everything on offer, letter by letter, is our own letter come back, and nobody's choice. */
function isTheList({ items }: Items<AskedOption>, { options, mostChoices }: AskedQuestion): boolean {
  return (
    options.length > mostChoices && items.length === options.length && items.every(({ by }) => by === 'both')
  )
}
