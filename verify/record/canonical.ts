/**
 * The one spelling of a JSON value (RFC 8785). Written for values that JSON.parse gave: objects, arrays, strings,
 * numbers, true, false and null. Throws on a string that is not well-formed Unicode.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    return `{${members.map(([name, member]) => `${canonical(name)}:${canonical(member)}`).join(',')}}`
  }
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('not well-formed Unicode')
  return JSON.stringify(value)
}
