import { isIPv4, isIPv6 } from 'node:net'

export interface CrowdLimit {
  /** So many from one part of the network in the window. */
  most: number
  windowMs: number
  /** Prefixes remembered at once; the longest unseen go first. */
  prefixes?: number
}

const PREFIXES = 50_000

/**
 * Counts what comes from one part of the network: a /24 of IPv4, a /56 of IPv6, as one house or office has. In memory alone: the
 * address is in no table, no log line and no file, and nobody is told apart within the part. Each process counts for itself.
 */
export class Crowd {
  readonly #limit: CrowdLimit
  readonly #seen = new Map<string, { count: number; since: number }>()

  constructor(limit: CrowdLimit) {
    this.#limit = limit
  }

  /** Counts one more from there; true once there were more than the limit within the window. */
  isAbove(address: string, now = performance.now()): boolean {
    const prefix = prefixOf(address)
    const before = this.#seen.get(prefix)
    const isOver = !before || now - before.since >= this.#limit.windowMs
    const tally = isOver ? { count: 1, since: now } : { count: before.count + 1, since: before.since }
    this.#seen.delete(prefix)
    this.#seen.set(prefix, tally)
    this.#forgetOldest()
    return tally.count > this.#limit.most
  }

  /** Whether the next one from there would be above the limit; counts nothing. */
  isFull(address: string, now = performance.now()): boolean {
    const before = this.#seen.get(prefixOf(address))
    return (
      before !== undefined && now - before.since < this.#limit.windowMs && before.count >= this.#limit.most
    )
  }

  #forgetOldest(): void {
    if (this.#seen.size <= (this.#limit.prefixes ?? PREFIXES)) return
    const [oldest] = this.#seen.keys()
    if (oldest !== undefined) this.#seen.delete(oldest)
  }
}

/** `203.0.113` of 203.0.113.7 and of ::ffff:203.0.113.7; the first 56 bits of an IPv6 address. */
export function prefixOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIPv4(mapped)) return mapped.split('.').slice(0, 3).join('.')
  if (!isIPv6(mapped)) return 'unknown'
  const bits = groupsOf(mapped).slice(0, 4)
  const [a = 0, b = 0, c = 0, d = 0] = bits
  return [a, b, c, d & 0xff00].map((group) => group.toString(16)).join(':')
}

function groupsOf(address: string): number[] {
  const [bare = ''] = address.split('%')
  const [head = '', tail] = bare.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(missing).fill('0'), ...after].map(
    (group) => Number.parseInt(group, 16) || 0,
  )
}
