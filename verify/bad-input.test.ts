import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCheckpoint } from '#methods/merkle/checkpoint.ts'
import { entriesOf } from '#methods/merkle/entry-bundle.ts'
import { leafProblem } from '#methods/merkle/leaf.ts'
import { parseNote } from '#methods/merkle/note.ts'
import { parseVkey as parseOurVkey, parseSigningKey } from '#methods/merkle/note-keys.ts'
import { parsePromise } from '#methods/merkle/promise.ts'
import { parseTilePath } from '#methods/merkle/tiles.ts'
import { parseTlogProof } from '#methods/merkle/tlog-proof.ts'
import { readLeaf, leafProblem as theirLeafProblem } from './record/leaf.ts'
import { parseHead, parseSignedNote, parseVkey } from './record/note.ts'
import { parseProofFile } from './record/proof-file.ts'
import { parseReceiptFile } from './record/receipt-file.ts'
import { fileWith, run } from './testing/run.ts'
import { handIns, SmallRecord } from './testing/small-record.ts'

const record = new SmallRecord().append(handIns(40))
const receipt = await record.receipt(7)
const { proof, promise } = JSON.parse(receipt)

/** A text that was good until one of its characters was exchanged, taken out or doubled, or anything at all. */
const nearly = (good: string) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .tuple(
        fc.nat(good.length - 1),
        fc.constantFrom('', '\n', '0', 'A', ' ', '—', '\u0000', '\ud800', '+', '='),
      )
      .map(([at, put]) => good.slice(0, at) + put + good.slice(at + 1)),
  )

describe('whatever is read', () => {
  const readers: [string, string, ((text: string) => unknown)[]][] = [
    ['a note', record.checkpoint, [parseNote, parseSignedNote]],
    ['a checkpoint', record.checkpoint.split('\n\n')[0] ?? '', [parseCheckpoint, parseHead]],
    ['a proof', proof, [parseTlogProof, parseProofFile]],
    ['a promise', promise, [parsePromise]],
    ['a key', record.vkey, [parseOurVkey, parseVkey, parseSigningKey]],
    ['a receipt', receipt, [parseReceiptFile]],
    ['a path', 'tile/0/x001/067.p/12', [parseTilePath]],
    ['a leaf', JSON.stringify(record.leaves[0]), [(text) => readLeaf(Buffer.from(text))]],
  ]

  test.each(readers)('%s is read or refused, and no reader falls over', (_, good, all) => {
    for (const read of all) fc.assert(fc.property(nearly(good), (text) => void read(text)))
  })

  test('bytes are entries or not', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void entriesOf(bytes)))
  })

  test('the two implementations agree on what a leaf is', () => {
    const [leaf] = record.leaves
    const member = fc.constantFrom(
      'v',
      'id',
      'type',
      'at',
      'number',
      'until',
      'outcome',
      'sealed',
      'key',
      'epoch',
      'into',
      'x',
    )
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(leaf?.id, leaf?.at, 'refused', 'a.b', 7, { public: 'ab'.repeat(32) }),
    )
    fc.assert(
      fc.property(fc.dictionary(member, value, { maxKeys: 4 }), (change) => {
        const altered = JSON.parse(JSON.stringify({ ...leaf, ...change }))
        expect(leafProblem(altered) === null).toBe(theirLeafProblem(altered) === undefined)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a receipt with one character altered', () => {
  test('does not hold, cannot be read, or says the same: never is the checker itself at a loss', async () => {
    const [signed, words] = [JSON.parse(receipt), JSON.stringify(JSON.parse(receipt))]
    for (let trial = 0; trial < 60; trial++) {
      const at = createHash('sha256').update(`alter ${trial}`).digest().readUInt32BE() % words.length
      const altered = words.slice(0, at) + (words[at] === '3' ? '4' : '3') + words.slice(at + 1)
      const { code, said } = await run('receipt', fileWith(altered), '--key', record.vkey)
      expect(said).not.toContain('checker itself failed')
      // The address, the hint of a key and the newest checkpoint are not what a receipt proves.
      if (code === 0)
        expect({ ...JSON.parse(altered), url: 0, vkey: 0 }).toEqual({ ...signed, url: 0, vkey: 0 })
    }
  })

  test('that is nested beyond reason cannot be checked, which is not the same as false', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const file = fileWith(receipt.replace(/"content": \{[^}]*\}/, `"content": ${deep}`))
    const { code } = await run('receipt', file, '--key', record.vkey)
    expect(code).toBe(2)
  })
})
