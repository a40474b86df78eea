import { expect, test } from 'vitest'
import { trial } from '../src/app/trials/kills.ts'

test('a few kills of web, worker and database: nothing acknowledged is lost, nothing is doubled', async () => {
  const report = await trial.run({ isQuick: true, seed: 20_261_122, tell: (said) => console.info(said) })
  console.info(JSON.stringify(report.counts))
  expect(report.faults).toEqual([])
  expect(report.counts).toMatchObject({ lost: 0, doubled: 0 })
  expect(report.counts.unknown).toBeGreaterThan(0)
}, 900_000)
