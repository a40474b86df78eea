import { expect, test } from 'vitest'
import { readPapers } from './formats/read-papers.ts'
import { lotsFromPapers } from './lots.ts'
import { hasReferenceFiles, referenceBytes, withReferences } from './reference-files.ts'
import type { Result } from './result.ts'
import { ruleBookNamed } from './rule-books.ts'

function countFileBy(rules: string, path: string, places = 1): Result {
  const papers = readPapers(path, referenceBytes(path))
  const book = ruleBookNamed(rules)
  if (!book) throw new Error(`no rules ${rules}`)
  return book.count({ papers, places, lots: lotsFromPapers(papers), minimums: [] })
}

const labour = 'labour-2010/00030-00000001.uklabour2010.soi'
const burlington = 'burlington-2009/us_vt_btv_2009_03_mayor.normalized.csv'

test.skipIf(!hasReferenceFiles)(
  withReferences('Labour leader 2010, section of MPs and MEPs: 140 to 122'),
  () => {
    const { stages, elected } = countFileBy('av', labour)
    const order = ['D.Milbnd', 'E.Milbnd', 'E.Balls', 'A.Burnhm', 'D.Abbott']
    expect(
      stages.map(({ totals, nonTransferable }) => [
        ...order.map((name) => Number(totals[name])),
        Number(nonTransferable),
      ]),
    ).toEqual([
      [111, 84, 40, 24, 7, 0],
      [111, 88, 41, 24, 0, 2],
      [125, 96, 43, 0, 0, 2],
      [140, 122, 0, 0, 0, 4],
    ])
    expect(elected).toEqual(['D.Milbnd'])
  },
)

test.skipIf(!hasReferenceFiles)(withReferences('Burlington 2009: three methods, three winners'), () => {
  const runOff = countFileBy('av', burlington)
  expect(runOff.papers.valid).toBe(8976)
  expect(runOff.stages[0]?.totals).toEqual({
    'Kurt Wright': '2951',
    'Bob Kiss': '2585',
    'Andy Montroll': '2063',
    'Dan Smith': '1306',
    'Write-in': '36',
    'James Simpson': '35',
  })
  expect(runOff.stages.at(-2)?.totals).toMatchObject({
    'Kurt Wright': '3294',
    'Bob Kiss': '2981',
    'Andy Montroll': '2554',
  })
  expect(runOff.stages.at(-1)?.totals).toMatchObject({ 'Bob Kiss': '4313', 'Kurt Wright': '4060' })
  // The source counts the four papers that begin with an overvote among those without a choice.
  expect(Number(runOff.stages.at(-1)?.nonTransferable) + runOff.papers.spoiled).toBe(607)
  expect(runOff.elected).toEqual(['Bob Kiss'])
  expect(countFileBy('plurality', burlington).elected).toEqual(['Kurt Wright'])
  for (const rules of ['schulze', 'ranked-pairs'])
    expect(countFileBy(rules, burlington).elected).toEqual(['Andy Montroll'])
  const [table] = countFileBy('schulze', burlington).tables
  const contest = (a: string, b: string) =>
    table?.rows.find(([name]) => name === a)?.[table.headings.indexOf(b)]
  const montroll = ['Bob Kiss', 'Kurt Wright', 'Dan Smith', 'James Simpson'].map((b) => [
    contest('Andy Montroll', b),
    contest(b, 'Andy Montroll'),
  ])
  expect(montroll).toEqual([
    [4064, 3476],
    [4597, 3664],
    [4570, 2997],
    [6262, 591],
  ])
})
