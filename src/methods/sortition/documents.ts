import { createHash } from 'node:crypto'
import { canonicalOf } from './canonical.ts'
import type { Lottery, Method } from './find-lottery.ts'
import { wordsOf } from './fraction.ts'
import type { Person } from './pool.ts'
import { groupProfiles } from './profiles.ts'
import { categoriesOf, type Quota } from './quotas.ts'

/**
 * What a draw publishes, in the order it does: pool, quotas and lottery, then the commitment to all three, then, when
 * the public value is known, the result. `docs/formats/draw.md` describes them with a test vector; `verify/draw` replays
 * a draw from them alone.
 */
export interface PoolDocument {
  format: 'folkmoot draw pool/v1'
  categories: string[]
  /** Ids are the pool's own; the household, where one counts, is a number that says nothing but "the same". */
  people: { id: string; values: string[]; household?: number }[]
}

export interface QuotasDocument {
  format: 'folkmoot draw quotas/v1'
  size: number
  quotas: { category: string; value: string; min: number; max: number }[]
}

export interface LotteryDocument {
  format: 'folkmoot draw lottery/v1'
  method: Method
  /** Panel 1 comes first. */
  panels: string[][]
  /** Ids of those whom no panel can hold. */
  never: string[]
  /** Absent where the bound rests on the solver's word. */
  proof?: {
    /** "1/11": no lottery gives everyone who can be drawn a better chance. */
    high: string
    /** Whole-number prices of the quotas in their order, of the households' make-ups, and of the panel's size. */
    quotas: string[]
    homes: { home: string; price: string }[]
    size: string
  }
}

/** Where the deciding value comes from. */
export type DecidedBy =
  | { kind: 'seed' }
  | { kind: 'drand'; chain: string; round: number }
  | { kind: 'dice'; sides: number }

export interface Commitment {
  format: 'folkmoot draw commitment/v1'
  /** SHA-256 of the canonical JSON (RFC 8785) of each document, in hexadecimal. */
  pool: string
  quotas: string
  lottery: string
  /** The method's name and version: what turns a value into a number. */
  code: string
  decided_by: DecidedBy
  /** When it was made, ISO 8601; the public record's entry for it is the proof of that. */
  committed_at?: string
}

export interface ResultDocument {
  format: 'folkmoot draw result/v1'
  commitment: string
  value: DecidingValue
  /** From 1 to the number of panels. */
  number: number
  panel: string[]
}

export type DecidingValue =
  | { kind: 'seed'; seed: string }
  | { kind: 'drand'; round: number; randomness: string; signature: string; previous_signature?: string }
  | { kind: 'dice'; rolls: number[] }

export const codeVersion = 'folkmoot-sortition/1'

/** SHA-256 of a document's canonical JSON, in hexadecimal. */
export function hashOf(document: object): string {
  return createHash('sha256').update(canonicalOf(document), 'utf8').digest('hex')
}

export function poolDocument(pool: readonly Person[], quotas: readonly Quota[]): PoolDocument {
  const households = [
    ...new Set(pool.flatMap(({ household }) => (household === undefined ? [] : [household]))),
  ]
  const numbers = new Map(households.map((household, index) => [household, index + 1]))
  const people = pool.map(({ id, values, household }) => {
    const number = household === undefined ? undefined : numbers.get(household)
    return { id, values: [...values], ...(number === undefined ? {} : { household: number }) }
  })
  return { format: 'folkmoot draw pool/v1', categories: categoriesOf(quotas), people }
}

export function quotasDocument(quotas: readonly Quota[], size: number): QuotasDocument {
  const plain = quotas.map(({ category, value, min, max }) => ({ category, value, min, max }))
  return { format: 'folkmoot draw quotas/v1', size, quotas: plain }
}

export interface Drawn {
  pool: readonly Person[]
  quotas: readonly Quota[]
  size: number
}

export function lotteryDocument(lottery: Lottery, asked: Drawn): LotteryDocument {
  const idOf = (place: number) => asked.pool[place]?.id ?? ''
  const proof = proofOf(lottery, asked)
  return {
    format: 'folkmoot draw lottery/v1',
    method: lottery.method,
    panels: lottery.panels.map((panel) => panel.map(idOf)),
    never: lottery.never.map(idOf),
    ...(proof ? { proof } : {}),
  }
}

export function commitmentTo(
  { pool, quotas, lottery }: { pool: PoolDocument; quotas: QuotasDocument; lottery: LotteryDocument },
  decidedBy: DecidedBy,
  committedAt?: string,
): Commitment {
  return {
    format: 'folkmoot draw commitment/v1',
    pool: hashOf(pool),
    quotas: hashOf(quotas),
    lottery: hashOf(lottery),
    code: codeVersion,
    decided_by: decidedBy,
    ...(committedAt === undefined ? {} : { committed_at: committedAt }),
  }
}

function proofOf({ proof }: Lottery, { pool, quotas, size }: Drawn): LotteryDocument['proof'] {
  if (proof.kind !== 'prices') return undefined
  const prices = proof.proof.prices.map(String)
  // Households alone bring rules between the quotas and the size; without them a big pool is not grouped again.
  const hasHomes = pool.some(({ household }) => household !== undefined)
  const rules = hasHomes ? groupProfiles(pool, quotas, size).problem.rules.slice(quotas.length, -1) : []
  const homes = rules.map(({ home = '' }, index) => ({ home, price: prices[quotas.length + index] ?? '0' }))
  return {
    high: wordsOf(proof.proof.high),
    quotas: prices.slice(0, quotas.length),
    homes,
    size: prices.at(-1) ?? '0',
  }
}
