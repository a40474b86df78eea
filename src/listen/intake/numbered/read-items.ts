/** One thing that was read at a place of a folded text. */
export interface Item<Value> {
  value: Value
  end: number
  /** `label`: named by its letter or number; `words`: by its own words; `both`: as a list of what is offered names it. */
  by: 'label' | 'words' | 'both'
}

export type ItemReader<Value> = (text: string, at: number) => Item<Value> | null

export interface Items<Value> {
  items: Item<Value>[]
  /** Where words begin that are no answer to it; the end of the text where there are none. */
  rest: number
}

const BEFORE = /^[\s,;.!?:|/&()[\]{}"'«»„“”*_=~•·-]*/
const BETWEEN = /^[\s,;.!?:|/&()[\]{}"'«»„“”*_=~•·+-]*/
const JOINED = /^(and|oraz|und|ac|et|i|اور)\s+/
/** A comment begins after one of these; after a mere blank it might turn the meaning round. */
const ENDS = /[\n,;.!?(-]/

/**
 * Reads things one after the other, divided by commas, blanks or "and". Null where that is not clear: nothing is guessed, the person
 * is asked. Pure.
 */
export function readItems<Value>(text: string, read: ItemReader<Value>): Items<Value> | null {
  const items: Item<Value>[] = []
  let at = lengthAt(text, 0, BEFORE)
  let gap = ''
  for (;;) {
    const item = itemAt(text, at, read)
    if (!item) break
    const last = items.at(-1)
    const isContradicted = last?.by === 'label' && item.by === 'words' && /^\s*$/.test(gap)
    if (isContradicted) return null
    items.push(item)
    gap = BETWEEN.exec(text.slice(item.end))?.[0] ?? ''
    at = item.end + gap.length
  }
  if (items.length === 0) return null
  if (at >= text.length) return { items, rest: text.length }
  return ENDS.test(gap) && (gap.includes('\n') || !namesMore(text, at, read)) ? { items, rest: at } : null
}

const lengthAt = (text: string, at: number, pattern: RegExp) =>
  at + (pattern.exec(text.slice(at))?.[0].length ?? 0)

function itemAt<Value>(text: string, at: number, read: ItemReader<Value>): Item<Value> | null {
  const item = at < text.length ? read(text, at) : null
  if (item) return item
  const after = lengthAt(text, at, JOINED)
  return after > at && at > 0 ? read(text, after) : null
}

/** "b, but not c": whoever names another behind it has not said which they mean. */
function namesMore<Value>(text: string, at: number, read: ItemReader<Value>): boolean {
  const [line = ''] = text.slice(at).split('\n')
  for (const { index } of line.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const item = read(text, at + index)
    if (item && !isArticle(text.slice(at + index, item.end))) return true
  }
  return false
}

/** Words of one letter in the languages we know: "a bus" names no option. */
const isArticle = (text: string) => /^[aeiouwyz]$/.test(text)

/** Whether a word ends here. */
export const isEdge = (text: string, at: number) => !/^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))

/** The longest of these that the text goes on with. */
export function longestAt(text: string, at: number, words: readonly string[]): string | null {
  const found = words.filter((one) => text.startsWith(one, at) && isEdge(text, at + one.length))
  return found.toSorted((a, b) => b.length - a.length)[0] ?? null
}
