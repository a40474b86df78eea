import { type Epoch, epochIn } from '../record/epochs.ts'
import { type Bytes, equal, hashLeaf, hex } from '../record/hash.ts'
import type { Head } from '../record/note.ts'
import type { Source } from '../record/source.ts'
import { GrowingTree } from '../record/tree.ts'
import { epochOf } from '../record/trusted-keys.ts'
import { walk } from '../record/walk.ts'

interface Seen {
  head: Head
  last: Head
  /** Hashes of the leaves seen in the epoch before. */
  known: readonly Bytes[]
}

type EpochVerdict = { alarm: string } | { alarm?: undefined; news: string; hashes: Bytes[] }

/**
 * A record under the name of another epoch. It is a restore from backup, and not a rollback, when its own leaves say so:
 * a leaf opens that epoch, names how many leaves were restored and their root, stands right after them, and as far as they
 * reach they are the leaves that were seen before.
 */
export async function judgeEpoch(source: Source, { head, last, known }: Seen): Promise<EpochVerdict> {
  const [from, to] = [epochOf(last.origin), epochOf(head.origin)]
  if (to <= from) return { alarm: `ROLLBACK: epoch ${from} was seen before, and now there is epoch ${to}.` }
  const read = await readWhole(source, head.size)
  if (!equal(read.root, head.root))
    return { alarm: `FORK: the leaves of ${head.origin} do not make its root.` }
  const opened = read.epochs.filter(({ number }) => number > from)
  if (opened.at(-1)?.number !== to)
    return {
      alarm: `ROLLBACK: ${last.origin} (${last.size} leaves seen) goes on as ${head.origin}, and no leaf declares that epoch.`,
    }
  const kept = Math.min(known.length, ...opened.map(({ size }) => size))
  if (!known.slice(0, kept).every((hash, i) => equal(hash, read.hashes[i] ?? Buffer.alloc(0))))
    return { alarm: `FORK: ${head.origin} does not begin with the leaves that were seen of ${last.origin}.` }
  return { hashes: read.hashes, news: newsOf({ head, last, kept: Math.min(last.size, kept) }) }
}

interface Whole {
  hashes: Bytes[]
  root: Bytes
  /** Declared epochs that hold: the leaf stands after so many leaves with that root. */
  epochs: Epoch[]
}

async function readWhole(source: Source, size: number): Promise<Whole> {
  const tree = new GrowingTree()
  const [hashes, epochs]: [Bytes[], Epoch[]] = [[], []]
  for await (const stretch of walk(source, size)) {
    for (const [i, hash] of stretch.hashes.entries()) {
      const entry = stretch.entries[i] ?? Buffer.alloc(0)
      const epoch = epochIn(entry)
      const holds =
        epoch?.size === tree.size && epoch.root === hex(tree.root()) && equal(hashLeaf(entry), hash)
      if (epoch && holds) epochs.push(epoch)
      tree.add(hash)
      hashes.push(hash)
    }
  }
  return { hashes, epochs, root: tree.root() }
}

function newsOf({ head, last, kept }: { head: Head; last: Head; kept: number }): string {
  const lost = last.size - kept
  return (
    `NEW EPOCH: ${last.origin} goes on as ${head.origin}. The record declares that it was restored from a backup. ` +
    (lost > 0
      ? `${lost} of the ${last.size} leaves seen before are lost; their hashes are kept here. Ask what they were.`
      : `All ${last.size} leaves seen before are there.`)
  )
}
