import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diceFor, numberDecidedBy, numberFromBytes, numberFromDice } from './deciding-number.ts'
import {
  type Commitment,
  commitmentTo,
  hashOf,
  lotteryDocument,
  poolDocument,
  quotasDocument,
} from './documents.ts'
import { findLottery } from './find-lottery.ts'
import { loadSolver } from './solver.ts'
import { bytesFromHex, shuffled, streamFrom } from './stream.ts'
import { syntheticPool } from './synthetic-pool.ts'

// The trials ask for a million; the ordinary run makes do with a tenth.
const draws = Number(process.env.FOLKMOOT_DRAWS ?? 100_000)

test('simulated draws come out as often as the stated chances say', async () => {
  const size = 12
  const { pool, quotas } = syntheticPool({ people: 80, size, values: [2, 4, 3] }, 'simulated')
  const lottery = findLottery(await loadSolver(), { pool, quotas, size, method: 'leximin', panels: 200 })
  if (!lottery) throw new Error('There is no lottery.')
  const asked = { pool, quotas, size }
  const documents = {
    pool: poolDocument(pool, quotas),
    quotas: quotasDocument(quotas, size),
    lottery: lotteryDocument(lottery, asked),
  }
  const drawn = simulate(hashOf(commitmentTo(documents, { kind: 'seed' })), lottery.panels.length)
  expect(chiSquare(drawn, draws / 200)).toBeLessThan(199 + 3.1 * Math.sqrt(2 * 199)) // p > 0.001
  pool.forEach((_, place) => {
    const chance = (lottery.seats[place] ?? 0) / lottery.panels.length
    const sat = lottery.panels.reduce(
      (sum, panel, index) => sum + (panel.includes(place) ? (drawn[index] ?? 0) : 0),
      0,
    )
    const sigma = Math.sqrt(draws * chance * (1 - chance))
    expect(Math.abs(sat - draws * chance)).toBeLessThanOrEqual(5 * sigma)
  })
}, 120_000)

function simulate(commitmentHash: string, panels: number): number[] {
  const drawn = new Array<number>(panels).fill(0)
  for (let draw = 0; draw < draws; draw++) {
    const seed = createHash('sha256').update(`simulated draw ${draw}`).digest()
    const number = numberFromBytes(seed, commitmentHash, panels)
    drawn[number - 1] = (drawn[number - 1] ?? 0) + 1
  }
  return drawn
}

function chiSquare(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

test('no number is favoured where the bytes do not divide evenly', () => {
  const stream = streamFrom(Buffer.from('even'), 'test')
  const counts = new Array<number>(200).fill(0)
  for (let draw = 0; draw < 100_000; draw++) {
    const number = stream.below(200)
    counts[number] = (counts[number] ?? 0) + 1
  }
  // Modulo alone would give the first 56 twice the share of the others.
  expect(chiSquare(counts, 500)).toBeLessThan(199 + 3.1 * Math.sqrt(2 * 199))
})

test('every order of a few is as likely as every other', () => {
  const stream = streamFrom(Buffer.from('orders'), 'test')
  const counts = new Map<string, number>()
  for (let draw = 0; draw < 24_000; draw++) {
    const order = shuffled(['a', 'b', 'c', 'd'], stream).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  expect(chiSquare([...counts.values()], 1_000)).toBeLessThan(49.7) // 23 degrees of freedom, p > 0.001
})

test('three ten-sided dice decide between a thousand, and every number is reached once', () => {
  expect(diceFor({ sides: 10, panels: 1_000 })).toBe(3)
  expect(numberFromDice([1, 1, 1], { sides: 10, panels: 1_000 })).toEqual({ ok: true, number: 1 })
  expect(numberFromDice([10, 10, 10], { sides: 10, panels: 1_000 })).toEqual({ ok: true, number: 1_000 })
  expect(numberFromDice([4, 8], { sides: 10, panels: 1_000 })).toEqual({
    ok: false,
    why: 'roll-so-many',
    dice: 3,
  })
  expect(numberFromDice([4, 11, 2], { sides: 10, panels: 1_000 })).toMatchObject({ why: 'roll-so-many' })
})

test('any dice and any number of panels: each number has as many rolls, the rest are rolled again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 60 }), (sides, panels) => {
      const dice = diceFor({ sides, panels })
      const counts = new Array<number>(panels).fill(0)
      for (let roll = 0; roll < sides ** dice; roll++) {
        const faces = Array.from({ length: dice }, (_, die) => (Math.floor(roll / sides ** die) % sides) + 1)
        const decided = numberFromDice(faces, { sides, panels })
        if (decided.ok) counts[decided.number - 1] = (counts[decided.number - 1] ?? 0) + 1
      }
      expect(new Set(counts)).toEqual(new Set([Math.floor(sides ** dice / panels)]))
    }),
    { numRuns: 30, seed: 3 },
  )
})

test('only the value that was committed to decides', () => {
  const commitment: Commitment = {
    format: 'folkmoot draw commitment/v1',
    ...{ pool: '', quotas: '', lottery: '', code: '' },
    decided_by: { kind: 'drand', chain: 'quicknet', round: 7 },
  }
  const beacon = { kind: 'drand', randomness: '00', signature: '' } as const
  expect(numberDecidedBy({ ...beacon, round: 8 }, commitment, 10)).toEqual({
    ok: false,
    why: 'not-as-committed',
  })
  expect(numberDecidedBy({ kind: 'seed', seed: '00' }, commitment, 10)).toEqual({
    ok: false,
    why: 'not-as-committed',
  })
  expect(numberDecidedBy({ ...beacon, round: 7 }, commitment, 10)).toMatchObject({ ok: true })
})

test('a seed is pairs of hexadecimal digits', () => {
  expect(bytesFromHex('5f3A09')).toEqual(Uint8Array.from([0x5f, 0x3a, 0x09]))
  for (const wrong of ['', '5', 'xy', '5f 3a', '0x5f']) expect(bytesFromHex(wrong)).toBeUndefined()
})
