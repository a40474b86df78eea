import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseFollowUpKey } from '#core/ids/follow-up-key.ts'
import { isConsistent, isIncluded } from '#methods/merkle/check-proof.ts'
import { parseCheckpoint } from '#methods/merkle/checkpoint.ts'
import { entriesOf } from '#methods/merkle/entry-bundle.ts'
import { leafHash } from '#methods/merkle/hashing.ts'
import { leafProblem } from '#methods/merkle/leaf.ts'
import { parseNote, verifyNote } from '#methods/merkle/note.ts'
import { parseVkey as parseOurVkey } from '#methods/merkle/note-keys.ts'
import { parseTilePath } from '#methods/merkle/tiles.ts'
import { canonical } from './record/canonical.ts'
import { base64, hashFromBase64, hashLeaf, hex, sha256 } from './record/hash.ts'
import { readLeaf, leafProblem as theirLeafProblem } from './record/leaf.ts'
import { cosignedAt, isSignedBy, parseHead, parseSignedNote, parseVkey } from './record/note.ts'
import { places } from './record/source.ts'
import { GrowingTree, rootFromInclusion, rootsFromConsistency } from './record/tree.ts'
import { changedKey } from './record/trusted-keys.ts'
import { formatVectors } from './testing/format-vectors.ts'
import { fileWith, run } from './testing/run.ts'

const folder = fileURLToPath(new URL('../docs/formats/vectors/', import.meta.url))
const made = await formatVectors()
if (process.env.FOLKMOOT_WRITE_VECTORS) {
  mkdirSync(folder, { recursive: true })
  for (const [name, vectors] of Object.entries(made)) {
    writeFileSync(`${folder}${name}.json`, `${JSON.stringify(vectors, null, 2)}\n`)
  }
}

/** A vector file as published. */
const published = (name: string) => JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8'))
const bytes = (text: string) => hashFromBase64(text) ?? Buffer.alloc(0)

test.each(Object.keys(made))('the vectors for %s are those that were published', (name) => {
  expect(JSON.parse(JSON.stringify(made[name]))).toEqual(published(name))
})

describe('both implementations agree on', () => {
  const { leaf, tile, checkpoint } = {
    leaf: published('leaf'),
    tile: published('tile'),
    checkpoint: published('checkpoint'),
  }

  test('leaves', () => {
    for (const good of leaf.good) {
      expect([leafProblem(good.leaf), theirLeafProblem(good.leaf)]).toEqual([null, undefined])
      expect(canonical(good.leaf)).toBe(good.bytes)
      expect(readLeaf(Buffer.from(good.bytes))).toEqual({ leaf: good.leaf })
      expect(base64(hashLeaf(Buffer.from(good.bytes)))).toBe(good.hash)
    }
    for (const bad of leaf.bad) {
      expect(leafProblem(bad.leaf), JSON.stringify(bad.leaf)).not.toBeNull()
      expect(theirLeafProblem(bad.leaf), JSON.stringify(bad.leaf)).toBeDefined()
    }
    for (const text of leaf.bad_bytes) expect(readLeaf(Buffer.from(text))).toHaveProperty('problem')
  })

  test('sealed content', () => {
    for (const { salt, content, canonical: text, commitment } of published('sealed')) {
      expect(canonical(content)).toBe(text)
      expect(hex(sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(canonical(content))])))).toBe(
        commitment,
      )
    }
  })

  test('tiles, bundles and roots', () => {
    for (const { path, ...named } of tile.paths) {
      expect(parseTilePath(path)).toEqual(named)
      expect(path).toContain(`/${places(named.index)}`)
    }
    for (const path of tile.bad_paths) expect(parseTilePath(path), path).toBeNull()
    expect(entriesOf(Buffer.from(tile.bundle.bytes, 'hex'))?.map(hex)).toEqual(tile.bundle.entries)
    const tree = new GrowingTree()
    for (const { size, root } of tile.roots) {
      while (tree.size < size) tree.add(hashLeaf(Buffer.from(String(tree.size))))
      expect(base64(tree.root())).toBe(root)
    }
  })

  test('proofs', () => {
    const rootOf = (size: number) => {
      const tree = new GrowingTree()
      while (tree.size < size) tree.add(hashLeaf(Buffer.from(String(tree.size))))
      return tree.root()
    }
    for (const { index, size, proof } of tile.inclusion) {
      const [leaf, hashes, root] = [leafHash(Buffer.from(String(index))), proof.map(bytes), rootOf(size)]
      expect(isIncluded({ index, size, leafHash: leaf, proof: hashes, root })).toBe(true)
      const reached = rootFromInclusion(BigInt(index), BigInt(size), leaf, hashes)
      expect(reached && base64(reached)).toBe(base64(root))
    }
    for (const { old_size, new_size, proof } of tile.consistency) {
      const [hashes, oldRoot, newRoot] = [proof.map(bytes), rootOf(old_size), rootOf(new_size)]
      expect(isConsistent({ oldSize: old_size, newSize: new_size, oldRoot, newRoot, proof: hashes })).toBe(
        true,
      )
      const sizes = { old: BigInt(old_size), new: BigInt(new_size) }
      const roots = rootsFromConsistency(sizes, hashes, oldRoot)
      expect(roots && [base64(roots.old), base64(roots.new)]).toEqual([base64(oldRoot), base64(newRoot)])
    }
  })

  test('checkpoints, cosignatures and changes of key', () => {
    const [key, ours] = [parseVkey(checkpoint.vkey), parseOurVkey(checkpoint.vkey)]
    const witness = parseVkey(checkpoint.witness.vkey)
    if (!key || !ours || !witness) throw new Error('no keys')
    const isSigned = (note: string) => {
      const parsed = parseSignedNote(note)
      return [parsed !== undefined && isSignedBy(parsed, key), verifyNote(note, ours) !== null]
    }
    expect(isSigned(checkpoint.note)).toEqual([true, true])
    for (const note of checkpoint.not_signed) expect(isSigned(note)).toEqual([false, false])
    for (const note of checkpoint.not_a_checkpoint) {
      expect(parseHead(parseSignedNote(note)?.body ?? '')).toBeUndefined()
      expect(parseCheckpoint(parseNote(note)?.text ?? '')).toBeNull()
    }
    const cosigned = parseSignedNote(checkpoint.witness.cosigned)
    expect(cosigned && cosignedAt(cosigned, witness)).toBe(checkpoint.witness.seconds)
    expect(changedKey({ key: checkpoint.key_change.key }, [key])?.text).toBe(checkpoint.key_change.new_vkey)
  })

  test('receipts', async () => {
    const { vkey, holds, does_not_hold } = published('receipt')
    for (const [expected, receipts] of [
      [0, holds],
      [1, does_not_hold],
    ] as const) {
      for (const [name, file] of Object.entries(receipts)) {
        expect([name, (await run('receipt', fileWith(JSON.stringify(file)), '--key', vkey)).code]).toEqual([
          name,
          expected,
        ])
      }
    }
  })

  test('follow-up keys', () => {
    const { good, typed, mistyped, wrong_length } = published('follow-up-key')
    const read = (text: string) => {
      const parsed = parseFollowUpKey(text)
      return parsed.ok ? hex(parsed.key) : parsed.why
    }
    for (const { bytes: ten, key } of good) expect(read(key)).toBe(ten)
    for (const { text, key } of typed) expect(read(text)).toBe(read(key))
    expect(mistyped.map(read)).toEqual(mistyped.map(() => 'mistyped'))
    expect(wrong_length.map(read)).toEqual(wrong_length.map(() => 'wrong-length'))
  })
})
