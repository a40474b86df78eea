import { type Bytes, hex } from './hash.ts'
import { readLeaf } from './leaf.ts'
import type { Fault } from './recompute.ts'
import type { GrowingTree } from './tree.ts'
import type { Stretch } from './walk.ts'

/** What a `record.epoch-opened` leaf declares: so many leaves, with this root, were restored (docs/formats/checkpoint.md). */
export interface Epoch {
  number: number
  size: number
  root: string
}

/** The epoch that an entry opens, if it opens one. */
export function epochIn(entry: Bytes): Epoch | undefined {
  // Looking for the word first spares reading a million leaves twice.
  if (!Buffer.from(entry).includes('"epoch"')) return undefined
  const read = readLeaf(entry)
  return 'leaf' in read ? (read.leaf.epoch as Epoch | undefined) : undefined
}

/** Holds each declaration against the leaves that stand before it. */
export class EpochReader {
  number = 1

  /** `before` is the tree of all leaves before the stretch, `made` the hashes of the stretch's own. */
  faultsOf({ start, entries }: Stretch, made: readonly Bytes[], before: GrowingTree): Fault[] {
    return entries.flatMap((entry, i) => {
      const epoch = epochIn(entry)
      if (!epoch) return []
      const tree = before.copy()
      for (const hash of made.slice(0, i)) tree.add(hash)
      const problem = this.#problemOf(epoch, tree)
      this.number = epoch.number
      return problem ? [{ leaf: start + i, sentence: `leaf ${start + i} ${problem}` }] : []
    })
  }

  #problemOf({ number, size, root }: Epoch, tree: GrowingTree): string | undefined {
    if (number <= this.number) return `opens epoch ${number}, and epoch ${this.number} was opened before`
    if (size !== tree.size) return `says that ${size} leaves were restored, and ${tree.size} stand before it`
    if (root !== hex(tree.root())) return 'names another root than that of the leaves before it'
    return undefined
  }
}
