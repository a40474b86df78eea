import { isDay, isInstant } from './instant.ts'

/**
 * One step of a matter or a work as the record keeps it: types, times, outcomes and ids, never words, never a person.
 * The format and the meaning of each member: docs/formats/leaf.md.
 */
export interface Leaf {
  v: 1
  id: string
  type: string
  at: string
  matter?: string
  number?: number
  work?: string
  body?: string
  to_body?: string
  into?: string
  outcome?: LeafOutcome
  due?: string
  until?: string
  sealed?: { public?: string; private?: string }
  tombstone_of?: string
  key?: { public: string; signature: string }
  epoch?: { number: number; size: number; root: string }
}

/** Every outcome a leaf may name. A new one is added here and to docs/formats/leaf.md; none is ever taken away. */
export const LEAF_OUTCOMES = [
  ...['passed-on', 'accepted', 'merged', 'answered', 'deferred', 'refused', 'withdrawn', 'lapsed'],
  ...['upheld', 'returned', 'yes', 'partly', 'no', 'held', 'shown', 'removed', 'carried', 'fallen'],
] as const

export type LeafOutcome = (typeof LEAF_OUTCOMES)[number]

type Problem = string | null
type Check = (value: unknown) => Problem

/**
 * Why this value is no leaf, in a sentence for whoever wrote it, or null when it is one. A member that is not listed
 * is refused, and so is any string that is not a type, a time, an outcome, an id or a hash: what cannot be erased must
 * not hold words.
 */
export function leafProblem(leaf: unknown): Problem {
  if (!isObject(leaf)) return 'a leaf is a JSON object'
  const missing = ['v', 'id', 'type', 'at'].find((name) => leaf[name] === undefined)
  return missing ? `a leaf has "${missing}"` : membersProblem(leaf, LEAF_MEMBERS, 'a leaf')
}

const LEAF_MEMBERS: Record<string, Check> = {
  v: (value) => (value === 1 ? null : 'is 1'),
  id: uuid,
  type: (value) =>
    matching(value, /^(?=.{3,60}$)[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+$/, 'is like story.step'),
  at: (value) =>
    typeof value === 'string' && isInstant(value) ? null : 'is a time like 2026-11-22T10:00:00Z',
  matter: uuid,
  number: (value) => wholeFrom(1, value),
  work: uuid,
  body: uuid,
  to_body: uuid,
  into: uuid,
  outcome: (value) => (LEAF_OUTCOMES.some((outcome) => outcome === value) ? null : 'is a listed outcome'),
  due: (value) =>
    typeof value === 'string' && isInstant(value) ? null : 'is a time like 2026-11-22T10:00:00Z',
  until: (value) => (typeof value === 'string' && isDay(value) ? null : 'is a date like 2026-11-22'),
  sealed: (value) => groupProblem(value, { public: hash, private: hash }, 'some'),
  tombstone_of: uuid,
  key: (value) => groupProblem(value, { public: hash, signature: signature }, 'all'),
  epoch: (value) => groupProblem(value, { number: from(2), size: from(0), root: hash }, 'all'),
}

function membersProblem(
  members: Record<string, unknown>,
  checks: Record<string, Check>,
  whole: string,
): Problem {
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) continue
    if (!Object.hasOwn(checks, name)) return `${whole} has no member "${name.slice(0, 40)}"`
    const problem = checks[name]?.(value)
    if (problem) return `"${name}" ${problem}`
  }
  return null
}

function groupProblem(value: unknown, checks: Record<string, Check>, needed: 'all' | 'some'): Problem {
  if (!isObject(value)) return 'is an object'
  const names = Object.keys(checks)
  const present = names.filter((name) => value[name] !== undefined)
  if (present.length === 0 || (needed === 'all' && present.length < names.length)) {
    return `has ${needed === 'all' ? 'each' : 'one or more'} of ${names.join(', ')}`
  }
  const problem = membersProblem(value, checks, 'it')
  return problem && `is refused: ${problem}`
}

function uuid(value: unknown): Problem {
  return matching(value, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is a UUID in small letters')
}

function hash(value: unknown): Problem {
  return matching(value, /^[0-9a-f]{64}$/, 'is 64 hexadecimal digits')
}

function signature(value: unknown): Problem {
  return matching(value, /^[0-9a-f]{128}$/, 'is 128 hexadecimal digits')
}

function from(least: number): Check {
  return (value) => wholeFrom(least, value)
}

function wholeFrom(least: number, value: unknown): Problem {
  return Number.isSafeInteger(value) && Number(value) >= least ? null : `is a whole number from ${least}`
}

function matching(value: unknown, shape: RegExp, problem: string): Problem {
  return typeof value === 'string' && shape.test(value) ? null : problem
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
