import { EpochReader } from './epochs.ts'
import { type Bytes, equal, hashLeaf, sha256 } from './hash.ts'
import { type Leaf, readLeaf } from './leaf.ts'
import { places, readTile, type Source } from './source.ts'
import { GrowingTree } from './tree.ts'
import { hashesIn, type Stretch, walk } from './walk.ts'

/** Something that is not as it should be, at a leaf or (upper tiles) at the first leaf below it. */
export interface Fault {
  leaf: number
  sentence: string
}

export interface Recomputed {
  /** In the order of the record; a record under attack may have many. */
  faults: Fault[]
  /** Root of the entries as they are served, and of the leaf hashes as they are served. */
  rootOfEntries: Bytes
  rootOfHashes: Bytes
  /** Leaves that say something about the record itself: changes of key, epochs. */
  aboutTheRecord: { index: number; leaf: Leaf }[]
  /** The newest epoch that a leaf opens; 1 when none does. */
  epoch: number
}

/** Reads all there is, hashes it again from the bottom, and compares each hash with the one that is served. */
export async function recompute(
  source: Source,
  size: number,
  seen?: (leaves: number) => void,
): Promise<Recomputed> {
  const trees = { entries: new GrowingTree(), hashes: new GrowingTree() }
  const reader = new LeafReader()
  const epochs = new EpochReader()
  const faults: Fault[] = []
  const row: Bytes[] = []
  for await (const stretch of walk(source, size)) {
    const made = stretch.entries.map(hashLeaf)
    const wrong = [...faultsOf(stretch, made, reader), ...epochs.faultsOf(stretch, made, trees.entries)]
    faults.push(...wrong)
    const root = addAll(trees.entries, made)
    if (wrong.length === 0 && root) trees.hashes.addComplete(root, 256)
    else addAll(trees.hashes, stretch.hashes)
    if (stretch.width === 256) row.push(root ?? sha256(Buffer.alloc(0)))
    seen?.(stretch.start + stretch.width)
  }
  // A wrong leaf makes every hash above it wrong; what it explains is not told again.
  const above = (await faultsAbove(source, row)).filter(
    ({ leaf, last }) => !faults.some((fault) => fault.leaf >= leaf && fault.leaf <= last),
  )
  faults.push(...above)
  faults.sort((one, other) => one.leaf - other.leaf)
  const { aboutTheRecord } = reader
  return {
    faults,
    aboutTheRecord,
    epoch: epochs.number,
    rootOfEntries: trees.entries.root(),
    rootOfHashes: trees.hashes.root(),
  }
}

/** Adds a tile's hashes to the tree; of a full tile, answers its root. */
function addAll(tree: GrowingTree, hashes: readonly Bytes[]): Bytes | undefined {
  if (hashes.length < 256) {
    for (const hash of hashes) tree.add(hash)
    return undefined
  }
  const root = rootOf(hashes)
  tree.addComplete(root, 256)
  return root
}

function faultsOf(
  { start, width, entries, hashes }: Stretch,
  made: readonly Bytes[],
  reader: LeafReader,
): Fault[] {
  const faults: Fault[] = []
  for (let i = 0; i < width; i++) {
    const [entry, hash, own] = [entries[i], hashes[i], made[i]]
    const leaf = start + i
    const name = places(Math.floor(start / 256))
    if (!entry || !hash || !own) {
      const missing = entry ? `tile/0/${name}` : `tile/entries/${name}`
      faults.push({ leaf, sentence: `leaf ${leaf} is missing: ${missing} is not there or is cut short` })
      break
    }
    const problem = reader.read(leaf, entry)
    if (!equal(own, hash)) {
      faults.push({
        leaf,
        sentence: `leaf ${leaf} is wrong: its entry does not hash to what tile/0/${name} says`,
      })
    } else if (problem) faults.push({ leaf, sentence: `leaf ${leaf} ${problem}` })
  }
  return faults
}

/** Looks at each leaf's shape, and at what one leaf says of another. */
class LeafReader {
  aboutTheRecord: Recomputed['aboutTheRecord'] = []
  #ids = new Map<string, number>()

  read(index: number, entry: Bytes): string | undefined {
    const read = readLeaf(entry)
    if ('problem' in read) return read.problem
    const { leaf } = read
    const before = this.#ids.get(String(leaf.id))
    if (before !== undefined) return `bears the id of leaf ${before}`
    this.#ids.set(String(leaf.id), index)
    if (leaf.key !== undefined || leaf.epoch !== undefined) this.aboutTheRecord.push({ index, leaf })
    const erased = leaf.tombstone_of
    const isLoose = erased !== undefined && !this.#ids.has(String(erased))
    return isLoose ? 'is a tombstone for an entry that does not come before it' : undefined
  }
}

interface FaultAbove extends Fault {
  /** The last leaf below the wrong hash. */
  last: number
}

/** Compares the tiles above the leaves with the hashes made from below. `row` has one hash for each full tile. */
async function faultsAbove(source: Source, row: readonly Bytes[]): Promise<FaultAbove[]> {
  const faults: FaultAbove[] = []
  let hashes = row
  for (let level = 1; hashes.length > 0; level++) {
    const above: Bytes[] = []
    for (let start = 0; start < hashes.length; start += 256) {
      const made = hashes.slice(start, start + 256)
      const index = start / 256
      const served = hashesIn(await readTile(source, { level, index, width: made.length }), made.length)
      const wrong = made.findIndex((hash, i) => !served[i] || !equal(hash, served[i]))
      if (wrong >= 0) faults.push(faultAbove({ level, index, place: start + wrong }))
      if (made.length === 256) above.push(rootOf(made))
    }
    hashes = above
  }
  return faults
}

function faultAbove({ level, index, place }: { level: number; index: number; place: number }): FaultAbove {
  const below = 256 ** level
  const [first, last] = [place * below, (place + 1) * below - 1]
  const sentence = `the hash over leaves ${first} to ${last} is missing or wrong in tile/${level}/${places(index)}`
  return { leaf: first, last, sentence }
}

function rootOf(hashes: readonly Bytes[]): Bytes {
  const tree = new GrowingTree()
  for (const hash of hashes) tree.add(hash)
  return tree.root()
}
