const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Fewer different digits than this come by chance once in 10¹¹ keys; by hand (zeroes and a counter) as a rule. */
const LEAST_DIGITS = 6

/**
 * Whether a retry key may hand out a secret again: a UUID of version 4, which has 122 random bits, and none put together by
 * hand. Versions made of time, name or order are refused, since somebody who knows the words could make them again.
 */
export function isUnguessable(onceKey: string): boolean {
  if (!UUID_V4.test(onceKey)) return false
  return new Set(onceKey.toLowerCase().replaceAll('-', '')).size >= LEAST_DIGITS
}
