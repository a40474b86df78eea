import { expect, test } from 'vitest'
import { readBlt } from './formats/read-blt.ts'
import { drawnLots } from './lots.ts'
import { hasReferenceFiles, referenceBytes, referenceRows, withReferences } from './reference-files.ts'
import { countScottish } from './scottish.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function countBlt(text: string) {
  const papers = readBlt(bytesOf(text))
  const lots = drawnLots(papers.candidates.map((_, candidate) => candidate))
  return countScottish({ papers, places: papers.places ?? 1, lots, minimums: [] })
}

test('a surplus goes on at surplus ÷ votes, cut to five decimals, and the rest is accounted for', () => {
  const result = countBlt('3 1\n4 1 2 0\n4 2 0\n5 3 1 0\n0\n"Ada"\n"Bede"\n"Cyd"\n"t"\n')
  expect(result.quota).toBe('7.00000')
  const two = countBlt('4 2\n7 1 2 0\n2 1 3 0\n4 2 0\n4 3 0\n3 4 2 0\n0\n"Ada"\n"Bede"\n"Cyd"\n"Dov"\n"t"\n')
  expect(two.quota).toBe('7.00000')
  // Surplus 2 of 9 votes: 2/9 = 0.22222… a paper; 7 papers to Bede, 2 to Cyd.
  expect(two.stages[1]).toMatchObject({
    totals: { Ada: '7.00000', Bede: '5.55554', Cyd: '4.44444', Dov: '3.00000' },
    nonTransferable: '0.00000',
    lostToRounding: '0.00002',
  })
  expect(two.elected).toEqual(['Ada', 'Bede'])
})

/** The table writes whole votes without decimals. */
const withFiveDecimals = (votes: string) => {
  const [whole = '', decimals = ''] = votes.split('.')
  return `${whole}.${decimals.padEnd(5, '0')}`
}

interface OfficialCandidate {
  file: string
  candidate: number
  votes: string[]
  isElected: boolean
  stage: string
  quota: string
  valid: number
}

function officialWards(): Map<string, OfficialCandidate[]> {
  const [head = [], ...rows] = referenceRows('scotland-2017/official_stages.csv')
  const cellOf = (row: string[], name: string) => row[head.indexOf(name)] ?? ''
  const columns = [
    'first_prefs',
    ...Array.from({ length: 11 }, (_, i) => `total_votes${String(i + 2).padStart(2, '0')}`),
  ]
  const wards = new Map<string, OfficialCandidate[]>()
  for (const row of rows) {
    const file = cellOf(row, 'blt_file')
    const entry = {
      file,
      candidate: Number(cellOf(row, 'blt_candidate')) - 1,
      votes: columns.map((name) => cellOf(row, name)).filter((votes) => votes !== ''),
      isElected: cellOf(row, 'elected') === '1',
      stage: cellOf(row, 'occurred_on_count'),
      quota: cellOf(row, 'quota'),
      valid: Number(cellOf(row, 'valid_poll')),
    }
    wards.set(file, [...(wards.get(file) ?? []), entry])
  }
  return wards
}

test.skipIf(!hasReferenceFiles)(
  withReferences(
    '25 wards of 2017 come out as the returning officers published them, stage by stage to the last decimal',
  ),
  () => {
    const wards = officialWards()
    expect(wards.size).toBe(25)
    for (const [file, official] of wards) {
      const papers = readBlt(referenceBytes(`scotland-2017/blt/${file}`))
      const result = countScottish({ papers, places: papers.places ?? 0, lots: drawnLots([]), minimums: [] })
      for (const { candidate, votes, isElected, quota, valid, stage } of official) {
        const name = papers.candidates[candidate] ?? ''
        expect([file, name, result.stages.map(({ totals }) => totals[name])]).toEqual([
          file,
          name,
          votes.map(withFiveDecimals),
        ])
        expect([name, result.elected.includes(name)]).toEqual([name, isElected])
        expect(result.quota).toBe(`${quota}.00000`)
        expect(result.papers.valid).toBe(valid)
        const mine = result.stages.find((s) => s.elected.includes(name) || s.excluded.includes(name))
        // The officers date an exclusion by the stage that led to it, we by the stage that carries it out.
        if (isElected) expect([file, name, String(mine?.n)]).toEqual([file, name, stage])
        else if (mine) expect([file, name, String(mine.n - 1)]).toEqual([file, name, stage])
      }
    }
  },
)
