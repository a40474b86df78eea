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

/** Papers of which none is valid are refused by both. */
function orRefusal<Outcome>(count: () => Outcome): Outcome | 'no valid paper' {
  try {
    return count()
  } catch (error) {
    if (String(error).includes('There is no valid paper')) return 'no valid paper'
    throw error
  }
}

test.for(rules)(
  `%s: both implementations agree on ${elections} random elections`,
  { timeout: 1_800_000 },
  (name) => {
    const book = ruleBookNamed(name)
    if (!book) throw new Error(`no rules ${name}`)
    for (let seed = 1; seed <= elections; seed += 1) {
      const blt = randomBlt(seed, { isForOnePlace: name === 'av' })
      const hex = seed % 2 === 0 ? seed.toString(16).padStart(4, '0') : undefined
      const papers = readByFolkmoot(new TextEncoder().encode(blt))
      const fileLots = papers.lots
        ? { source: 'file', order: () => papers.lots ?? [] }
        : lotsFromPapers(papers)
      const lots = hex === undefined ? fileLots : seededLots(papers.candidates, hex)
      const request = { papers, places: papers.places ?? 1, lots, minimums: [] }
      const first = orRefusal(() => {
        const { quota, elected, stages } = resultJson(book.count(request))
        return { quota, elected, stages: stages.map(({ totals }) => totals) }
      })
      const second = orRefusal(() => recount(readBlt(blt), name, hex))
      expect({ blt, second }).toEqual({ blt, second: first })
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
