import { expect, test } from 'vitest'
import { trial } from '../src/app/trials/routes-in.ts'

const isQuick = process.env.FOLKMOOT_TRIALS !== 'full'

test('mails and a meeting’s sheet under kills: nothing acknowledged is lost, nothing is doubled', async () => {
  const report = await trial.run({ isQuick, seed: 20_261_122, tell: (said) => console.info(said) })
  console.info(JSON.stringify(report.counts))
  expect(report.faults).toEqual([])
  expect(report.counts).toMatchObject({ lost: 0, doubled: 0, wrong: 0 })
}, 1_800_000)
