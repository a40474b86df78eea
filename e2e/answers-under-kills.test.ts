import { expect, test } from 'vitest'
import { trial } from '../src/app/trials/answers.ts'

const isFull = process.env.FOLKMOOT_TRIALS === 'full'

test.skipIf(!isFull)(
  '40,000 answers under kills: none is lost or doubled, all are read for themes, and the closing is exact (FOLKMOOT_TRIALS=full)',
  async () => {
    const report = await trial.run({ isQuick: false, seed: 20_261_122, tell: (said) => console.info(said) })
    console.info(JSON.stringify(report.counts))
    expect(report.faults).toEqual([])
  },
  3_600_000,
)
