import { canonical } from './canonical.ts'
import type { Bytes } from './hash.ts'

/** What may stand in a leaf, by docs/formats/leaf.md. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const SHA256 = /^[0-9a-f]{64}$/
const OUTCOMES = new Set(
  (
    'passed-on accepted merged answered deferred refused withdrawn lapsed ' +
    'upheld returned yes partly no held shown removed carried fallen'
  ).split(' '),
)

type Rule = (value: unknown) => boolean
const text =
  (shape: RegExp): Rule =>
  (value) =>
    typeof value === 'string' && shape.test(value)
const count =
  (least: number): Rule =>
  (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least

const RULES = new Map<string, Rule>([
  ['v', (value) => value === 1],
  ['id', text(UUID)],
  ['type', (value) => text(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/)(value) && String(value).length <= 60],
  ['at', isTime],
  ['number', count(1)],
  ['outcome', (value) => typeof value === 'string' && OUTCOMES.has(value)],
  ['due', isTime],
  ['until', (value) => typeof value === 'string' && isTime(`${value}T00:00:00Z`)],
  ['sealed', (value) => isGroup(value, { public: text(SHA256), private: text(SHA256) }, 1)],
  ['key', (value) => isGroup(value, { public: text(SHA256), signature: text(/^[0-9a-f]{128}$/) }, 2)],
  ['epoch', (value) => isGroup(value, { number: count(2), size: count(0), root: text(SHA256) }, 3)],
  ...['matter', 'work', 'body', 'to_body', 'into', 'tombstone_of'].map((name): [string, Rule] => [
    name,
    text(UUID),
  ]),
])

export type Leaf = Record<string, unknown>

/** The leaf in an entry's bytes, or what is wrong with it, to follow "leaf 17 ". */
export function readLeaf(entry: Bytes): { leaf: Leaf } | { problem: string } {
  const words = Buffer.from(entry).toString('utf8')
  let leaf: unknown
  try {
    leaf = JSON.parse(words)
  } catch {
    return { problem: 'is not JSON' }
  }
  const problem = leafProblem(leaf)
  if (problem) return { problem }
  return canonical(leaf) === words
    ? { leaf: leaf as Leaf }
    : { problem: 'is not spelt canonically (RFC 8785)' }
}

export function leafProblem(leaf: unknown): string | undefined {
  if (!isPlain(leaf)) return 'is not an object'
  for (const needed of ['v', 'id', 'type', 'at']) {
    if (!Object.hasOwn(leaf, needed)) return `has no "${needed}"`
  }
  for (const [name, value] of Object.entries(leaf)) {
    if (!RULES.get(name)?.(value)) return `holds something a leaf must not hold, in "${name.slice(0, 40)}"`
  }
  return undefined
}

function isGroup(value: unknown, rules: Record<string, Rule>, least: number): boolean {
  if (!isPlain(value)) return false
  const members = Object.entries(value)
  return (
    members.length >= least &&
    members.every(([name, member]) => Object.hasOwn(rules, name) && rules[name]?.(member))
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A real time in UTC, to the second. */
export function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false
  const seconds = Date.parse(value)
  return !Number.isNaN(seconds) && new Date(seconds).toISOString().slice(0, 19) === value.slice(0, 19)
}
