import { canonicalBytes, canonicalJson } from '#methods/merkle/canonical-json.ts'
import { leafHash } from '#methods/merkle/hashing.ts'
import { keyChange } from '#methods/merkle/key-change.ts'
import { LEAF_OUTCOMES, leafProblem } from '#methods/merkle/leaf.ts'
import { nextKey, recordKey } from './signed-vectors.ts'
import { handedIn, idOf } from './small-record.ts'

const hash = 'ab'.repeat(32)
const time = '2026-11-22T10:00:00Z'

/** Leaves that are, with their bytes and hash, and leaves that are none, with the reason. */
export function leafVectors() {
  const [id, matter, body] = ['entry', 'matter', 'body'].map(idOf)
  const step = { v: 1, id, type: 'submission.decided', at: time, matter, number: 2417, body }
  const good = [
    handedIn(0),
    { v: 1, id, type: 'a.b', at: '2024-02-29T23:59:59Z' },
    {
      ...step,
      outcome: 'passed-on',
      to_body: idOf('other body'),
      due: '2026-12-06T10:00:00Z',
      sealed: { public: hash, private: hash },
    },
    { ...step, outcome: 'merged', into: idOf('other matter') },
    { ...step, outcome: 'deferred', until: '2027-01-31' },
    { ...step, type: 'entry.erased', tombstone_of: idOf('erased') },
    { v: 1, id, type: 'plan.goal-set', at: time, work: idOf('work') },
    { v: 1, id, type: 'record.key-changed', at: time, key: keyChange(recordKey, nextKey) },
    { v: 1, id, type: 'record.epoch-opened', at: time, epoch: { number: 2, size: 0, root: hash } },
    ...LEAF_OUTCOMES.map((outcome) => ({ ...step, outcome })),
  ]
  const bad = [
    ...[
      { reason: 'Because' },
      { person: idOf('Noor') },
      { v: 2 },
      { v: '1' },
      { id: 'seven' },
      { id: idOf('entry').toUpperCase() },
    ],
    ...[
      { type: 'handed-in' },
      { type: 'Handed.In' },
      { type: `a.${'b'.repeat(60)}` },
      { type: 'a..b' },
      { at: '2026-11-22T10:00:00.000Z' },
    ],
    ...[
      { at: '2026-11-22T10:00:00+00:00' },
      { at: '2026-02-30T10:00:00Z' },
      { at: '2026-11-22T24:00:00Z' },
      { at: 1795000000 },
    ],
    ...[
      { number: 0 },
      { number: 1.5 },
      { number: '7' },
      { matter: null },
      { body: 'Housing Commission' },
      { outcome: 'Refused' },
    ],
    ...[
      { outcome: 'refused because' },
      { due: '2026-12-06' },
      { until: '2027-01-32' },
      { until: '2027-01-31T00:00:00Z' },
    ],
    ...[
      { sealed: {} },
      { sealed: { public: 'words' } },
      { sealed: { public: hash.toUpperCase() } },
      { sealed: { other: hash } },
      { sealed: hash },
    ],
    ...[
      { key: { public: hash } },
      { key: hash },
      { epoch: { number: 1, size: 0, root: hash } },
      { epoch: { number: 2, size: 0 } },
    ],
  ].map((change) => ({ ...step, ...change }))
  return {
    good: good.map((leaf) => ({
      leaf,
      bytes: canonicalJson(leaf),
      hash: Buffer.from(leafHash(canonicalBytes(leaf))).toString('base64'),
    })),
    bad: [...bad, [], 'leaf', null, 7, {}].map((leaf) => ({ leaf, why: leafProblem(leaf) })),
    bad_bytes: [
      `${canonicalJson(step)}\n`,
      JSON.stringify(step),
      canonicalJson(step).replace('"v":1', '"v":1,"v":1'),
      '{}',
      '',
      '{',
    ],
  }
}
