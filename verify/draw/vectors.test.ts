import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { provenBound } from '#methods/sortition/certificate.ts'
import {
  type Commitment,
  commitmentTo,
  type DecidedBy,
  type DecidingValue,
  findLottery,
  loadSolver,
  lotteryDocument,
  numberDecidedBy,
  hashOf as ourHash,
  type Person,
  poolDocument,
  type Quota,
  quotasDocument,
} from '#methods/sortition/index.ts'
import { groupProfiles } from '#methods/sortition/profiles.ts'
import { provenBound as boundProven } from './bound.ts'
import { hashOf } from './files.ts'
import { decidedNumber } from './number.ts'
import { published, vectorFile } from './published-vector.ts'

const quotas: Quota[] = [
  { category: 'gender', value: 'woman', min: 1, max: 2 },
  { category: 'gender', value: 'man', min: 1, max: 2 },
  { category: 'place', value: 'town', min: 1, max: 2 },
  { category: 'place', value: 'village', min: 1, max: 2 },
]
const pool: Person[] = [
  { id: 'Ada', values: ['woman', 'town'], household: 'Mill Lane' },
  { id: 'Bo', values: ['man', 'town'], household: 'Mill Lane' },
  { id: 'Cleo', values: ['woman', 'village'] },
  { id: 'Dan', values: ['man', 'village'] },
  { id: 'Élise', values: ['woman', 'town'] },
  { id: 'Farid', values: ['man', 'town'] },
]

/** The published round 1 of drand's default chain. */
const beacon = {
  kind: 'drand',
  round: 1,
  randomness: '101297f1ca7dc44ef6088d94ad5fb7ba03455dc33d53ddb412bbc4564ed986ec',
  signature:
    '8d61d9100567de44682506aea1a7a6fa6e5491cd27a0a0ed349ef6910ac5ac20ff7bc3e09d7c046566c9f7f3c6f3b10104990e7cb424998203d8f7de586fb7fa5f60045417a432684f85093b06ca91c769f0e7ca19268375e659c2a2352b4655',
  previous_signature: '176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a',
} as const

async function documents() {
  const lottery = findLottery(await loadSolver(), { pool, quotas, size: 3, method: 'leximin', panels: 12 })
  if (!lottery) throw new Error('There is no lottery.')
  const asked = { pool, quotas, size: 3 }
  return {
    pool: poolDocument(pool, quotas),
    quotas: quotasDocument(quotas, 3),
    lottery: lotteryDocument(lottery, asked),
  }
}

async function vectorFromUs() {
  const made = await documents()
  const cases: [DecidedBy, string | undefined, DecidingValue][] = [
    [{ kind: 'seed' }, undefined, { kind: 'seed', seed: '00ff' }],
    [{ kind: 'drand', chain: 'default', round: 1 }, '2020-07-22T15:00:00.000Z', beacon],
    [{ kind: 'dice', sides: 6 }, '2026-11-22T09:00:00.000Z', { kind: 'dice', rolls: [5, 2] }],
  ]
  const decided = cases.map(([by, at, value]) => {
    const commitment = commitmentTo(made, by, at)
    const outcome = numberDecidedBy(value, commitment, made.lottery.panels.length)
    const number = outcome.ok ? outcome.number : 0
    return {
      commitment,
      commitment_hash: ourHash(commitment),
      value,
      number,
      panel: made.lottery.panels[number - 1] ?? [],
    }
  })
  const hashes = { pool: ourHash(made.pool), quotas: ourHash(made.quotas), lottery: ourHash(made.lottery) }
  return { ...made, hashes, decided }
}

describe('the vectors of docs/formats/draw.md', () => {
  test('are what the application makes', async () => {
    const made = await vectorFromUs()
    if (process.env.FOLKMOOT_WRITE_VECTORS) writeFileSync(vectorFile, `${JSON.stringify(made, null, 2)}\n`)
    expect(published()).toEqual(JSON.parse(JSON.stringify(made)))
  })

  test('are what the second implementation makes of them', () => {
    const { hashes, lottery, decided, ...rest } = published()
    expect({ pool: hashOf(rest.pool), quotas: hashOf(rest.quotas), lottery: hashOf(lottery) }).toEqual(hashes)
    for (const { commitment, commitment_hash: commitmentHash, value, number } of decided) {
      expect(hashOf(commitment)).toBe(commitmentHash)
      const result = { commitment: commitmentHash, value, number, panel: [] }
      expect(decidedNumber(result, { commitment, commitmentHash, panels: lottery.panels.length })).toBe(
        number,
      )
    }
  })
})

test('both implementations decide alike, 1,000 times', () => {
  const value = fc.oneof(
    fc
      .uint8Array({ minLength: 1, maxLength: 64 })
      .map((bytes) => ({ kind: 'seed' as const, seed: Buffer.from(bytes).toString('hex') })),
    fc
      .array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 })
      .map((rolls) => ({ kind: 'dice' as const, rolls })),
  )
  fc.assert(
    fc.property(value, fc.integer({ min: 2, max: 9_999 }), fc.string(), (one, panels, pool) => {
      const by: DecidedBy = one.kind === 'dice' ? { kind: 'dice', sides: 10 } : { kind: 'seed' }
      const commitment: Commitment = {
        format: 'folkmoot draw commitment/v1',
        pool,
        quotas: '',
        lottery: '',
        code: '',
        decided_by: by,
      }
      const ours = numberDecidedBy(one, commitment, panels)
      const commitmentHash = hashOf(commitment)
      const theirs = decidedNumber(
        { commitment: commitmentHash, value: one, number: 0, panel: [] },
        { commitment, commitmentHash, panels },
      )
      expect(typeof theirs === 'number' ? theirs : undefined).toBe(ours.ok ? ours.number : undefined)
    }),
    { numRuns: 1_000, seed: 11 },
  )
})

test('both implementations prove the same by any prices, households included', async () => {
  const made = await documents()
  const { problem } = groupProfiles(pool, quotas, 3)
  const homes = made.lottery.proof?.homes ?? []
  const prices = fc.array(fc.bigInt({ min: -9n, max: 9n }), {
    minLength: problem.rules.length,
    maxLength: problem.rules.length,
  })
  fc.assert(
    fc.property(prices, (some) => {
      const texts = some.map(String)
      const proof = {
        high: '',
        quotas: texts.slice(0, quotas.length),
        homes: homes.map(({ home }, index) => ({ home, price: texts[quotas.length + index] ?? '0' })),
        size: texts.at(-1) ?? '0',
      }
      const theirs = boundProven({
        pool: made.pool,
        quotas: made.quotas,
        lottery: { ...made.lottery, proof },
      })
      const ours = provenBound(problem, some, [])
      expect(theirs === undefined).toBe(ours === undefined)
      if (theirs && ours)
        expect(theirs.numerator * ours.denominator).toBe(ours.numerator * theirs.denominator)
    }),
    { numRuns: 300, seed: 12 },
  )
})
