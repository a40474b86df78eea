import { inWorld } from '../ground.ts'
import { faultsWhere, type Trial } from '../trial.ts'
import { fuzzRequests } from './fuzz-requests.ts'
import { fuzzUploads } from './fuzz-uploads.ts'
import { fuzzWire } from './fuzz-wire.ts'

/** Together 100,000: a file takes a hundred times as long to look at as a form. */
const FULL = { requests: 96_000, uploads: 2_000, wires: 1_000 }
const QUICK = { requests: 2_000, uploads: 60, wires: 100 }

export const trial: Trial = {
  name: 'fuzz',
  about: 'Requests of any shape to every route, files that are bombs, and bytes that are no request.',
  run: ({ isQuick, seed, tell }) =>
    inWorld(async (house) => {
      const runs = isQuick ? QUICK : FULL
      const asked = await fuzzRequests(house, { runs: runs.requests, seed, tell })
      tell(`${runs.uploads} forms with files`)
      const uploaded = await fuzzUploads(house, { runs: runs.uploads, seed })
      tell(`${2 * runs.wires} times bytes on the wire`)
      const lines = await fuzzWire(house, { runs: runs.wires, seed })
      const broken = lines.filter((line) => /^HTTP\/1\.1 5(?!03|07|05)/.test(line))
      const after = await house.visitor().get('/')
      return {
        counts: {
          requests: asked.count + uploaded.count + lines.length,
          ...Object.fromEntries(
            Object.entries(asked.classes).map(([name, many]) => [`answered ${name}`, many]),
          ),
          'forms with files': uploaded.count,
          'bytes on the wire': lines.length,
          broken: asked.faults.length + uploaded.faults.length + broken.length,
        },
        faults: [
          ...[...asked.faults, ...uploaded.faults].map((fault) => `Not a clear answer: ${fault}`),
          ...broken.map((line) => `Bytes on the wire were answered ${line}.`),
          ...faultsWhere({ 'The front page is not served any more.': after.status !== 200 }),
        ],
      }
    }),
}
