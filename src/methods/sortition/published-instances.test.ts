import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { findLottery } from './find-lottery.ts'
import { wordsOf } from './fraction.ts'
import { readPool } from './pool.ts'
import { readQuotas } from './quotas.ts'
import type { Row } from './row.ts'
import { loadSolver, type Solver } from './solver.ts'
import { expectSound } from './testing/expect-sound.ts'

const shared = process.env.FOLKMOOT_SHARED ?? fileURLToPath(new URL('../../../../shared/', import.meta.url))
const published = `${shared}/data/sortition`

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

describe.skipIf(!existsSync(published))(
  'the published instances (skipped where ../shared/data is absent)',
  () => {
    test.each(['leximin', 'maximin', 'nash'] as const)(
      'everyone has exactly 10 %% in the small example, by $0',
      (method) => {
        const { pool, quotas } = read('example_small_20/categories.csv', 'example_small_20/respondents.csv')
        const lottery = findLottery(solver, { pool, quotas, size: 20, method })
        expectSound(lottery, { pool, quotas, size: 20 })
        expect(wordsOf(lottery.least)).toBe('1/10')
        expect(lottery.bounds.high).toBeCloseTo(0.1, 9)
        if (method === 'leximin')
          expect(new Set(lottery.seats)).toEqual(new Set([lottery.panels.length / 10]))
      },
    )

    test.each(['leximin', 'maximin'] as const)(
      '1/11 is reached and proven in whole numbers in the fixture, by $0',
      (method) => {
        const { pool, quotas } = read('fixture_150_22/features.csv', 'fixture_150_22/candidates.csv')
        const lottery = findLottery(solver, { pool, quotas, size: 22, method })
        expectSound(lottery, { pool, quotas, size: 22 })
        expect(wordsOf(lottery.least)).toBe('1/11')
        expect(lottery.proof.kind === 'prices' && wordsOf(lottery.proof.proof.high)).toBe('1/11')
      },
    )
  },
)

function read(quotaFile: string, poolFile: string) {
  const quotas = readQuotas(rowsOf(quotaFile))
  if (!quotas.ok) throw new Error(JSON.stringify(quotas.problems))
  const pool = readPool(rowsOf(poolFile), quotas.quotas)
  if (!pool.ok) throw new Error(JSON.stringify(pool.problems))
  return { quotas: quotas.quotas, pool: pool.pool }
}

function rowsOf(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(`${published}/${file}`, 'utf8').trim().split(/\r?\n/)
  const columns = head.split(',')
  return lines.map((line, index) => ({ line: index + 2, columns, cells: line.split(',') }))
}
