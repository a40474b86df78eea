export interface Part {
  from: number
  /** The last byte, included. */
  to: number
}

/**
 * The one part that a `Range` header asks for (RFC 9110 section 14.1.2); null where it asks for all, for several, or in another
 * unit: then the whole is sent. `unsatisfiable` where it begins past the end.
 */
export function rangeOf(header: string | undefined, size: number): Part | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size - 1 }
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (from >= size) return 'unsatisfiable'
  return to < from ? null : { from, to }
}
