import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  lotsFromPapers,
  readBlt as readByFolkmoot,
  resultJson,
  ruleBookNamed,
  seededLots,
} from '#methods/counting/index.ts'
import {
  hasReferenceFiles,
  referenceBytes,
  referencePath,
  withReferences,
} from '#methods/counting/reference-files.ts'
import { countScottish } from '#methods/counting/scottish.ts'
import { recount } from './main.ts'
import { readBlt } from './papers.ts'
import { randomBlt } from './random-blt.ts'

/** 500 in every test run; `FOLKMOOT_ELECTIONS=10000` counts as many as promised. */
const elections = Number(process.env.FOLKMOOT_ELECTIONS ?? 500)
const rules = ['scottish', 'wigm', 'wigm-prf', 'av', 'approval', 'schulze', 'ranked-pairs']

test.for(rules)(
  `%s: both implementations agree on ${elections} random elections`,
  { timeout: 1_800_000 },
  (name) => {
    const book = ruleBookNamed(name)
    for (let seed = 1; seed <= elections; seed += 1) {
      const blt = randomBlt(seed, { isForOnePlace: name === 'av' })
      const hex = seed % 2 === 0 ? seed.toString(16).padStart(4, '0') : undefined
      const papers = readByFolkmoot(new TextEncoder().encode(blt))
      const fileLots = papers.lots
        ? { source: 'file', order: () => papers.lots ?? [] }
        : lotsFromPapers(papers)
      const lots = hex === undefined ? fileLots : seededLots(papers.candidates, hex)
      const first = book && resultJson(book.count({ papers, places: papers.places ?? 1, lots, minimums: [] }))
      const second = recount(readBlt(blt), name, hex)
      const firstVotes = first?.stages.map(({ totals }) => totals)
      const wanted = { blt, quota: first?.quota, elected: first?.elected, stages: firstVotes }
      expect({ blt, quota: second.quota, elected: second.elected, stages: second.stages }).toEqual(wanted)
    }
  },
)

test.skipIf(!hasReferenceFiles)(
  withReferences('100 Scottish wards of 2022, 542,716 papers: both implementations agree on every stage'),
  { timeout: 120_000 },
  () => {
    const folder = 'scotland-2022-load'
    const files = readdirSync(referencePath(folder)).filter((name) => name.endsWith('.blt'))
    let papersCounted = 0
    for (const file of files) {
      const bytes = referenceBytes(`${folder}/${file}`)
      const papers = readByFolkmoot(bytes)
      const request = { papers, places: papers.places ?? 1, lots: lotsFromPapers(papers), minimums: [] }
      const first = resultJson(countScottish(request))
      const second = recount(readBlt(new TextDecoder().decode(bytes)), 'scottish', undefined)
      const stages = first.stages.map(({ totals }) => totals)
      expect({ file, ...second }).toEqual({ file, quota: first.quota, stages, elected: first.elected })
      papersCounted += first.papers.valid
    }
    expect([files.length, papersCounted]).toEqual([100, 542_716])
  },
)
