import canonicalize from 'canonicalize'

/**
 * The one spelling of a JSON value (RFC 8785): members sorted by UTF-16 code unit, no spaces, numbers as ECMAScript
 * writes them. Members that are `undefined` are left out. Throws on NaN, infinity, a lone surrogate, a circle, and on
 * a value JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a value of this kind has no JSON form')
  return text
}

/** The UTF-8 bytes of `canonicalJson(value)`: what the record hashes. */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value))
}
