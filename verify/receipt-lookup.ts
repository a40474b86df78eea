import type { Checking } from './receipt.ts'
import { equal } from './record/hash.ts'
import {
  cosignedAt,
  type Head,
  parseHead,
  parseSignedNote,
  type SignedNote,
  type Vkey,
} from './record/note.ts'
import { parseProofFile } from './record/proof-file.ts'
import { readCheckpoint } from './record/read-checkpoint.ts'
import { openSource, type Source } from './record/source.ts'
import { GrowingTree } from './record/tree.ts'
import { followKeys, signerOf } from './record/trusted-keys.ts'
import { aboutTheRecord, walkHashes } from './record/walk.ts'

/**
 * Looks for the entry among all leaves of the record as it is now. That the hashes it is not among make the signed root
 * is what makes a broken promise provable: the record itself signed a list without the entry.
 */
export async function lookUp(
  checking: Checking,
  { place, due }: { place: string; due?: string },
): Promise<void> {
  const { hash, keys, report } = checking
  const source = await openSource(place)
  const now = await readCheckpoint(source)
  if (!now) return report.fails(`There is no checkpoint to be read at ${source.name}.`)
  const isSigned = signerOf(now.note, now.head, keys) !== undefined
  report.check(
    isSigned,
    'The record’s checkpoint of now is signed by the key you gave.',
    'The record’s checkpoint of now is not signed by the key you gave.',
  )
  const kept = headOfProof(checking.file.proof)
  const found = await search(source, { size: now.head.size, hash, oldSize: kept?.size })
  const isWhole = report.check(
    equal(found.root, now.head.root),
    `Its ${now.head.size} leaves make its signed root.`,
    'Its leaves do not make its signed root.',
  )
  if (kept) sayKept(kept, { found, now: now.head, checking })
  if (found.index !== undefined) report.holds(`The entry stands in the record now, as leaf ${found.index}.`)
  else if (isSigned && isWhole) sayAbsent(checking, { note: now.note, head: now.head, due })
}

/** The keys given, and those the record changed to since, as far as one known by then vouches for each. */
export async function keysSince({ keys, report }: Checking, place: string): Promise<readonly Vkey[]> {
  const source = await openSource(place)
  const now = await readCheckpoint(source)
  if (!now || signerOf(now.note, now.head, keys)) return keys
  const followed = followKeys(await aboutTheRecord(source, now.head.size), keys, now.head.origin)
  for (const index of followed.vouched)
    report.holds(
      `The record changed its key since, in leaf ${index}; one known by then vouches for the new one.`,
    )
  return followed.keys
}

interface Found {
  root: Uint8Array
  oldRoot?: Uint8Array
  index?: number
}

async function search(
  source: Source,
  { size, hash, oldSize }: { size: number; hash: Uint8Array; oldSize?: number },
): Promise<Found> {
  const tree = new GrowingTree()
  const found: Omit<Found, 'root'> = {}
  for await (const stretch of walkHashes(source, size)) {
    for (const leaf of stretch.hashes) {
      if (equal(leaf, hash)) found.index ??= tree.size
      tree.add(leaf)
      if (tree.size === oldSize) found.oldRoot = tree.root()
    }
  }
  return { ...found, root: tree.root() }
}

function headOfProof(proof: string | undefined): Head | undefined {
  const note = proof === undefined ? undefined : parseSignedNote(parseProofFile(proof)?.checkpoint ?? '')
  return note && parseHead(note.body)
}

function sayKept(
  kept: Head,
  { found, now, checking }: { found: Found; now: Head; checking: Checking },
): void {
  const isKept = found.oldRoot !== undefined && equal(found.oldRoot, kept.root)
  const lost =
    now.size < kept.size ? `it has only ${now.size} leaves now, and had ${kept.size}` : 'its leaves differ'
  checking.report.check(
    isKept,
    'Nothing was taken out since: the record still begins with the tree of your proof.',
    `The record no longer begins with the tree of your proof: ${lost}.`,
  )
}

function sayAbsent(
  { witnesses, report }: Checking,
  { note, head, due }: { note: SignedNote; head: Head; due?: string },
) {
  if (due === undefined) return report.fails('The entry is not in the record now.')
  const dueSeconds = Date.parse(due) / 1000
  const witness = witnesses.find((key) => (cosignedAt(note, key) ?? 0) > dueSeconds)
  if (witness) {
    return report.fails(
      `THE PROMISE IS BROKEN, and anyone can see it: ${witness.name} cosigned these ${head.size} leaves after ${due}, and the entry is not among them.`,
    )
  }
  if (Date.now() / 1000 > dueSeconds) {
    return report.fails(
      `THE PROMISE IS BROKEN: by this computer's clock ${due} has passed, and the entry is not among the ${head.size} leaves. Keep this checkpoint; with a witness's line it convinces others too.`,
    )
  }
  report.leavesOpen('The entry is not in the record yet, and the promised time has not come.')
}
