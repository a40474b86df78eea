/**
 * Canonical JSON (RFC 8785) of a document whose members have names of letters: members sorted, then written by the language
 * itself, whose numbers and strings are those of the RFC. Five times as quick as writing each value by hand, which tells in
 * a pool of half a million. A name of figures would be sorted otherwise and is refused, and so is half a surrogate pair.
 */
export function canonicalOf(document: unknown): string {
  const text = JSON.stringify(inOrder(document))
  // The language escapes half a pair as \\ud…, with an odd number of backslashes; whole pairs stand as they are.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(text))
    throw new TypeError('Half a surrogate pair has no place in canonical JSON.')
  return text
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((member) => typeof member === 'string') ? value : value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  const sorted: Record<string, unknown> = {}
  for (const [name, member] of entries) {
    if (/^\d/.test(name)) throw new TypeError(`A member called "${name}" would lose its place.`)
    sorted[name] = inOrder(member)
  }
  return sorted
}
