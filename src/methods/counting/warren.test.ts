import { expect, test } from 'vitest'
import { readBlt } from './formats/read-blt.ts'
import { drawnLots } from './lots.ts'
import { resultJson } from './report/result-json.ts'
import { ruleBookNamed } from './rule-books.ts'

/** Elected, and the totals of each stage to three decimals, in the order of the papers' names. */
function counted(lines: readonly string[], names: readonly string[]) {
  const places = 2
  const blt = [
    `${names.length} ${places}`,
    ...lines,
    '0',
    ...names.map((name) => `"${name}"`),
    '"By hand"',
    '',
  ]
  const papers = readBlt(new TextEncoder().encode(blt.join('\n')))
  const lots = drawnLots([...names.keys()])
  const result = ruleBookNamed('warren')?.count({ papers, places, lots, minimums: [] })
  if (!result) throw new Error('There are no rules of Warren.')
  const { stages, elected } = resultJson(result)
  return {
    elected,
    totals: stages.map(({ totals }) => names.map((name) => Number(totals[name]).toFixed(3))),
  }
}

test('a surplus by hand: each of seven papers pays ten twenty-firsts and passes the rest on', () => {
  // Ten papers, two places, quota 10/3. Ann's seven papers pay 10/3 together, so 10/21 each, and 11/21 of each goes on:
  // Ben 1 + 4 × 11/21 = 65/21 = 3.095…, Cat 2 + 3 × 11/21 = 75/21 = 3.571…, above the quota.
  const { elected, totals } = counted(['4 1 2 0', '3 1 3 0', '1 2 0', '2 3 0'], ['Ann', 'Ben', 'Cat'])
  expect(elected).toEqual(['Ann', 'Cat'])
  expect(totals[0]).toEqual(['7.000', '1.000', '2.000'])
  expect(totals).toContainEqual(['3.333', '3.095', '3.571'])
})
