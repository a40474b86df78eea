import { createHash } from 'node:crypto'
import { type Edge, growTree } from '#methods/merkle/append.ts'
import { canonicalBytes } from '#methods/merkle/canonical-json.ts'
import { checkpointText } from '#methods/merkle/checkpoint.ts'
import { commitmentTo } from '#methods/merkle/commitment.ts'
import { bundleOf } from '#methods/merkle/entry-bundle.ts'
import { leafHash, rootOf } from '#methods/merkle/hashing.ts'
import type { Leaf } from '#methods/merkle/leaf.ts'
import { signNote } from '#methods/merkle/note.ts'
import { type Signer, signerFromSeed, vkeyText } from '#methods/merkle/note-keys.ts'
import { promiseText } from '#methods/merkle/promise.ts'
import { type ReadTiles, tileReader } from '#methods/merkle/read-tiles.ts'
import { receiptFileText } from '#methods/merkle/receipt.ts'
import { changedTiles, tilePath } from '#methods/merkle/tiles.ts'
import { tlogProofText } from '#methods/merkle/tlog-proof.ts'
import { readInclusionProof } from '#methods/merkle/tree.ts'
import type { Source } from '../record/source.ts'

/** A record in memory, made by Folkmoot's own mathematics, for the second implementation to judge. */
export class SmallRecord {
  files = new Map<string, Uint8Array>()
  leaves: Leaf[] = []
  signer: Signer
  #edge: Edge = []

  constructor(signer = signerFromSeed('moot.example.org/record', new Uint8Array(32).fill(1))) {
    this.signer = signer
  }

  get vkey(): string {
    return vkeyText(this.signer)
  }

  get checkpoint(): string {
    return Buffer.from(this.files.get('checkpoint') ?? []).toString()
  }

  /** One batch of the sequencer. Tiles that have grown wider replace the narrower ones. */
  append(leaves: readonly Leaf[], signers: readonly Signer[] = [this.signer]): this {
    const before = this.leaves.length
    this.leaves.push(...leaves)
    const growth = growTree(this.#edge, leaves.map(hashOf))
    for (const path of this.files.keys()) if (path.includes('.p/')) this.files.delete(path)
    for (const { tile, hashes } of growTree([], this.leaves.map(hashOf)).tiles) {
      this.files.set(tilePath(tile), new Uint8Array(Buffer.concat(hashes)))
    }
    for (const tile of changedTiles(before, growth.size)) {
      if (tile.level !== 'entries') continue
      const entries = this.leaves.slice(tile.index * 256, tile.index * 256 + tile.width).map(canonicalBytes)
      this.files.set(tilePath(tile), bundleOf(entries))
    }
    this.#edge = growth.edge
    const text = checkpointText({ origin: this.signer.name, size: growth.size, root: growth.root })
    this.files.set('checkpoint', Buffer.from(signNote(text, ...signers)))
    return this
  }

  /** Goes on from here as a restored record does: a leaf declares the epoch, and the record bears its name. */
  openEpoch(number: number, declared: Partial<NonNullable<Leaf['epoch']>> = {}): this {
    const base = this.signer.name.replace(/\/epoch-.*$/, '')
    const root = Buffer.from(rootOf(this.leaves.map(hashOf))).toString('hex')
    const epoch = { number, size: this.leaves.length, root, ...declared }
    this.signer = signerFromSeed(`${base}/epoch-${number}`, this.signer.seed)
    const at = '2026-11-23T10:00:00Z'
    return this.append([{ v: 1, id: idOf(`epoch ${number}`), type: 'record.epoch-opened', at, epoch }])
  }

  /** The record as a place to read from; given `altered`, with these files in place of its own. */
  source(altered = new Map<string, Uint8Array | undefined>()): Source {
    return {
      name: 'memory/',
      read: async (path) => (altered.has(path) ? altered.get(path) : this.files.get(path)),
    }
  }

  readonly readTiles: ReadTiles = async (tiles) =>
    tiles.map((tile) => this.files.get(tilePath(tile)) ?? new Uint8Array())

  /** A receipt for the leaf at `index`, which must have been made by `handedIn`. */
  async receipt(index: number, { hasProof = true, due = '2026-11-22T10:05:00Z' } = {}): Promise<string> {
    const leaf = this.leaves[index] ?? handedIn(index)
    const size = this.leaves.length
    const read = tileReader(size, this.readTiles)
    const makeProof = async () =>
      tlogProofText({
        index,
        proof: await readInclusionProof(index, size, read),
        checkpoint: this.checkpoint,
      })
    const number = leaf.number ?? 0
    return receiptFileText({
      ...{ number, leaf, url: `https://moot.example.org/submissions/${number}`, vkey: this.vkey },
      public: { salt: saltOf(index).toString('hex'), content: contentOf(index) },
      promise: signNote(promiseText({ leafHash: hashOf(leaf), inTheRecordBy: due }), this.signer),
      proof: hasProof ? await makeProof() : undefined,
    })
  }
}

export function handedIn(index: number): Leaf {
  const commitment = commitmentTo(contentOf(index), saltOf(index))
  return {
    v: 1,
    id: idOf(`entry ${index}`),
    type: 'submission.handed-in',
    at: '2026-11-22T10:00:00Z',
    matter: idOf(`matter ${index}`),
    number: index + 1,
    body: idOf('Housing Commission'),
    due: '2026-12-06T10:00:00Z',
    sealed: { public: Buffer.from(commitment).toString('hex') },
  }
}

export function handIns(count: number, from = 0): Leaf[] {
  return Array.from({ length: count }, (_, i) => handedIn(from + i))
}

/** A made-up id that is the same each time. */
export function idOf(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex')
  return [8, 12, 16, 20, 32].map((end, i, ends) => digits.slice(ends[i - 1] ?? 0, end)).join('-')
}

function contentOf(index: number) {
  return { title: `Damp homes, street ${index}`, words: 'Mould in every flat: “نم”.' }
}

function saltOf(index: number): Buffer {
  return createHash('sha256').update(`salt ${index}`).digest()
}

function hashOf(leaf: Leaf): Uint8Array {
  return leafHash(canonicalBytes(leaf))
}
