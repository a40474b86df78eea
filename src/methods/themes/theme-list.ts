import type { FoundPart } from './find-themes.ts'
import { themeWords } from './theme-labels.ts'
import type { Quotation, Theme } from './themes-found.ts'
import { wordsOf } from './words.ts'

const QUOTATIONS = 3
/** A quotation of this many characters says something and can still be read at a glance. */
const QUOTABLE: readonly [number, number] = [15, 320]

/** A theme that strays formed is called small up to this share of the wordings. */
const SMALL_SHARE = 0.02

interface Listing {
  firstId: number
  languages: readonly string[]
}

/** The themes of one part with ids, the largest first, and for each leaf its id: `3` alone, or `3.2` under `3`. */
export function themesOfLanguage(
  found: FoundPart,
  listing: Listing,
): { themes: Theme[]; idOfLeaf: string[] } {
  const { broad } = found.result
  const leaves = [...broad.keys()]
  const members = leaves.map((leaf) => membersOf(found, [leaf]))
  const groups = [...Map.groupBy(leaves, (leaf) => broad[leaf] ?? 0).values()]
    .map((group) => group.filter((leaf) => members[leaf]?.length))
    .filter((group) => group.length > 0)
    .map((group) => ({
      group: bySize(group, (leaf) => sizeOf(found, members[leaf] ?? [])),
      all: membersOf(found, group),
    }))
  const ordered = bySize(groups, ({ all }) => sizeOf(found, all))
  const leafWords = themeWords(found.part.texts, members)
  const broadWords = themeWords(
    found.part.texts,
    ordered.map(({ all }) => all),
  )
  const idOfLeaf: string[] = []
  const themes = ordered.flatMap(({ group, all }, at): Theme[] => {
    const id = String(listing.firstId + at)
    const [only] = group
    if (group.length === 1 && only !== undefined) {
      idOfLeaf[only] = id
      return [themeOf(found, { id, leaves: group, rows: all, ...leafWords[only] }, listing)]
    }
    const children = group.map((leaf, child): Theme => {
      idOfLeaf[leaf] = `${id}.${child + 1}`
      const draft = {
        id: idOfLeaf[leaf] ?? '',
        leaves: [leaf],
        rows: members[leaf] ?? [],
        ...leafWords[leaf],
      }
      return { ...themeOf(found, draft, listing), parent: id }
    })
    return [themeOf(found, { id, leaves: group, rows: all, ...broadWords[at] }, listing), ...children]
  })
  return { themes, idOfLeaf }
}

interface Draft {
  id: string
  leaves: readonly number[]
  rows: readonly number[]
  label?: string
  words?: string[]
}

function themeOf(found: FoundPart, { id, leaves, rows, label, words }: Draft, { languages }: Listing): Theme {
  const quotations = quotationsOf(found, leaves)
  const theme = {
    id,
    label: label || quotations[0]?.text.slice(0, 60) || id,
    words: words ?? [],
    size: sizeOf(found, rows),
    wordings: rows.length,
    quotations,
    language: commonest(rows.map((at) => languages[found.rows[at] ?? 0] ?? 'und')),
  }
  const isSmall = rows.length <= SMALL_SHARE * found.rows.length
  const isStray = leaves.every((leaf) => leaf >= found.result.firstSmall)
  return isSmall && isStray ? { ...theme, is_small: true } : theme
}

/** The wordings with one of these leaves among their themes. */
function membersOf({ result }: FoundPart, leaves: readonly number[]): number[] {
  const wanted = new Set(leaves)
  return [...result.memberships.keys()].filter((at) =>
    result.memberships[at]?.some(({ theme }) => wanted.has(theme)),
  )
}

function sizeOf({ part }: FoundPart, rows: readonly number[]): number {
  return rows.reduce((sum, at) => sum + (part.counts[at] ?? 1), 0)
}

/** The nearest to the middle of the theme that are short enough to read and do not say the same. */
function quotationsOf({ result, rows, part }: FoundPart, leaves: readonly number[]): Quotation[] {
  const wanted = new Set(leaves)
  const nearest = rows
    .map((row, at) => ({ row, text: part.texts[at] ?? '', first: result.memberships[at]?.[0] }))
    .filter(({ first }) => first !== undefined && wanted.has(first.theme))
    .sort((a, b) => (b.first?.cosine ?? 0) - (a.first?.cosine ?? 0) || a.row - b.row)
  const quotable = nearest.filter(({ text }) => text.length >= QUOTABLE[0] && text.length <= QUOTABLE[1])
  const chosen: { row: number; text: string }[] = []
  for (const { row, text } of [...quotable.slice(0, 60), ...nearest.slice(0, 10)]) {
    if (chosen.length === QUOTATIONS) break
    if (!chosen.some((other) => sharedWords(other.text, text) > 0.6))
      chosen.push({ row: row + 1, text: text.trim() })
  }
  return chosen
}

function sharedWords(one: string, other: string): number {
  const [words, others] = [new Set(wordsOf(one)), new Set(wordsOf(other))]
  return [...words].filter((word) => others.has(word)).length / Math.max(1, Math.min(words.size, others.size))
}

function bySize<Item>(items: readonly Item[], size: (item: Item) => number): Item[] {
  return items
    .map((item, at) => ({ item, at, size: size(item) }))
    .sort((a, b) => b.size - a.size || a.at - b.at)
    .map(({ item }) => item)
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'und'
}
