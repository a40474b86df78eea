import { expect, test } from 'vitest'
import {
  lotsFromPapers,
  readBlt as readByFolkmoot,
  resultJson,
  ruleBookNamed,
  seededLots,
} from '#methods/counting/index.ts'
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
