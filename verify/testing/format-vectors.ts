import { canonicalJson } from '#methods/merkle/canonical-json.ts'
import { commitmentTo } from '#methods/merkle/commitment.ts'
import { bundleOf } from '#methods/merkle/entry-bundle.ts'
import { leafHash, rootOf } from '#methods/merkle/hashing.ts'
import { tilePath, tilesOf } from '#methods/merkle/tiles.ts'
import { consistencyPlan, foldHashes, type HashPlan, inclusionPlan } from '#methods/merkle/tree.ts'
import { leafVectors } from './leaf-vectors.ts'
import { checkpointVectors, followUpKeyVectors, receiptVectors } from './signed-vectors.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const seed = (byte: number) => new Uint8Array(32).fill(byte)

/** Every vector file of docs/formats/vectors by its name, made anew, the same each time. */
export async function formatVectors(): Promise<Record<string, unknown>> {
  return {
    leaf: leafVectors(),
    sealed: sealedVectors(),
    tile: tileVectors(),
    checkpoint: checkpointVectors(),
    receipt: await receiptVectors(),
    'follow-up-key': followUpKeyVectors(),
  }
}

function sealedVectors() {
  const contents = [
    { title: 'Damp homes', words: 'Mould in every flat.' },
    {
      words: 'نم دیواروں میں ہے',
      title: '€ “quotes” \\ / \u0001 😀',
      numbers: [0, -0, 1e21, 0.1, 1e-7],
      none: null,
      yes: true,
    },
    {},
  ]
  return contents.map((content, i) => {
    const salt = seed(i + 1)
    return {
      salt: hex(salt),
      content,
      canonical: canonicalJson(content),
      commitment: hex(commitmentTo(content, salt)),
    }
  })
}

function tileVectors() {
  const leaves = Array.from({ length: 300 }, (_, i) => leafHash(new TextEncoder().encode(String(i))))
  const sizes = [0, 1, 2, 3, 7, 8, 255, 256, 257, 300]
  const hashesOf = (plan: HashPlan) =>
    plan.map((range) =>
      base64(
        foldHashes(
          range.map(({ level, index }) => rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))),
        ) ?? seed(0),
      ),
    )
  const places = [
    [0, 1],
    [0, 2],
    [2, 3],
    [6, 7],
    [5, 8],
    [255, 256],
    [256, 257],
    [123, 300],
  ] as const
  const steps = [
    [1, 1],
    [1, 2],
    [2, 3],
    [3, 7],
    [4, 7],
    [6, 8],
    [8, 8],
    [255, 257],
    [256, 300],
    [299, 300],
  ] as const
  const entries = ['', 'a', 'x'.repeat(258)].map((text) => new TextEncoder().encode(text))
  return {
    paths: [
      ['entries', 0, 256],
      [0, 0, 1],
      [0, 67, 256],
      [1, 1234067, 17],
      [63, 999, 255],
      [2, 1000, 256],
    ].map(([level, index, width]) => {
      const tile = {
        level: level === 'entries' ? level : Number(level),
        index: Number(index),
        width: Number(width),
      } as const
      return { ...tile, path: tilePath(tile) }
    }),
    bad_paths: [
      'tile/0/67',
      'tile/00/067',
      'tile/0/x000/067',
      'tile/64/000',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/0/001/067',
      'tile/-1/000',
      'tile/0/000/',
      '/tile/0/000',
      'tile/leaves/000',
    ],
    tiles: [0, 1, 256, 300, 70_000].map((size) => ({
      size,
      ends: [...tilesOf(size)].map(tilePath).filter((path) => path.includes('.p/')),
      count: [...tilesOf(size)].length,
    })),
    bundle: { entries: entries.map(hex), bytes: hex(bundleOf(entries)) },
    roots: sizes.map((size) => ({ size, root: base64(rootOf(leaves.slice(0, size))) })),
    inclusion: places.map(([index, size]) => ({ index, size, proof: hashesOf(inclusionPlan(index, size)) })),
    consistency: steps.map(([old_size, new_size]) => ({
      old_size,
      new_size,
      proof: hashesOf(consistencyPlan(old_size, new_size)),
    })),
  }
}
