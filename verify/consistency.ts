import { existsSync, statSync } from 'node:fs'
import { equal, hashFromBase64 } from './record/hash.ts'
import { type Head, parseHead, parseSignedNote, type SignedNote, type Vkey } from './record/note.ts'
import { parseProofFile } from './record/proof-file.ts'
import { parseReceiptFile } from './record/receipt-file.ts'
import { openSource, type Source } from './record/source.ts'
import { GrowingTree, rootsFromConsistency } from './record/tree.ts'
import { baseOf, signerOf } from './record/trusted-keys.ts'
import { walkHashes } from './record/walk.ts'
import { Misuse, Report, say } from './say.ts'
import { keysFrom, readText, readWords } from './words.ts'

const USAGE = `node verify.mjs consistency OLD NEW [--record URL-or-folder] [--proof FILE] [--key KEY …]

OLD and NEW: a checkpoint, a proof or a receipt as a file, or a record's URL or folder for its newest checkpoint.
Between two sizes the record's own tiles are read (from NEW, OLD or --record), or a proof with one base64 hash a line.`

interface Seen {
  note: SignedNote
  head: Head
  source?: Source
}

/** Was every leaf that the old checkpoint covers still there, in its place, when the new one was made? */
export async function consistency(args: readonly string[]): Promise<number> {
  const words = readWords(args, { options: ['record', 'proof', 'key'], flags: [] })
  const [oldPlace, newPlace, ...more] = words.plain
  if (oldPlace === undefined || newPlace === undefined || more.length > 0) throw new Misuse(USAGE)
  const [before, after] = [await see(oldPlace), await see(newPlace)]
  const report = new Report()
  sayHeads(before, after, keysFrom(words, 'key'), report)
  const [place] = words.options.get('record') ?? []
  const source = place === undefined ? (after.source ?? before.source) : await openSource(place)
  const [proof] = words.options.get('proof') ?? []
  if (proof !== undefined) sayProof(before.head, after.head, { text: readText(proof), report })
  else await sayRecomputed(before.head, after.head, { source, report })
  say(report.isSound ? 'Nothing was taken out between the two.' : 'THE TWO DO NOT FIT TOGETHER.')
  return report.isSound ? 0 : 1
}

async function see(place: string): Promise<Seen> {
  const isFile = existsSync(place) && statSync(place).isFile()
  const source = isFile ? undefined : await openSource(place)
  const bytes = await source?.read('checkpoint')
  const text = source ? Buffer.from(bytes ?? []).toString('utf8') : readText(place)
  const note = parseSignedNote(checkpointIn(text))
  const head = note && parseHead(note.body)
  if (!note || !head) throw new Misuse(`There is no checkpoint in ${place}.`)
  return { note, head, source }
}

/** The checkpoint in whatever a person has kept: a receipt, a proof, or the checkpoint itself. */
function checkpointIn(text: string): string {
  const receipt = parseReceiptFile(text)
  const proof = receipt ? receipt.proof : text
  return (proof && parseProofFile(proof)?.checkpoint) ?? receipt?.checkpoint ?? text
}

function sayHeads(before: Seen, after: Seen, keys: readonly Vkey[], report: Report): void {
  say(`From ${before.head.size} to ${after.head.size} leaves of ${after.head.origin}`)
  if (before.head.origin !== after.head.origin && baseOf(before.head.origin) === baseOf(after.head.origin))
    report.leavesOpen(
      `The record was restored from a backup in between, and goes on as ${after.head.origin}: what the old one has beyond the backup is lost.`,
    )
  else
    report.check(
      before.head.origin === after.head.origin,
      'Both speak of the same record.',
      `The old one speaks of another record: ${before.head.origin}.`,
    )
  if (keys.length === 0) report.leavesOpen('Who signed them was not checked: no --key was given.')
  for (const [name, { note, head }] of Object.entries({ old: before, new: after })) {
    if (keys.length === 0) continue
    const isSigned = signerOf(note, head, keys) !== undefined
    report.check(
      isSigned,
      `The ${name} one is signed by a key you gave.`,
      `The ${name} one is not signed by a key you gave.`,
    )
  }
}

async function sayRecomputed(
  before: Head,
  after: Head,
  { source, report }: { source?: Source; report: Report },
) {
  if (before.size > after.size)
    return report.fails(`The new one has fewer leaves: ${before.size - after.size} are gone.`)
  if (before.size === after.size) {
    const isSame = equal(before.root, after.root)
    report.check(
      isSame,
      'They have the same root.',
      'They have the same size and different roots: the record is forked.',
    )
    return
  }
  if (!source) throw new Misuse(`Between two sizes, the record's tiles or a proof are needed.\n\n${USAGE}`)
  const tree = new GrowingTree()
  let oldRoot = tree.root()
  for await (const { hashes } of walkHashes(source, after.size)) {
    for (const hash of hashes) {
      if (tree.size === before.size) oldRoot = tree.root()
      tree.add(hash)
    }
  }
  report.check(
    equal(oldRoot, before.root),
    `The first ${before.size} leaves make the old root.`,
    `The first ${before.size} leaves do not make the old root: something before was changed or taken out.`,
  )
  report.check(
    equal(tree.root(), after.root),
    'All leaves make the new root.',
    'The leaves do not make the new root.',
  )
}

function sayProof(before: Head, after: Head, { text, report }: { text: string; report: Report }): void {
  const proof = text.trim().split('\n').filter(Boolean).map(hashFromBase64)
  const hashes = proof.filter((hash) => hash !== undefined)
  const sizes = { old: BigInt(before.size), new: BigInt(after.size) }
  const roots = hashes.length === proof.length ? rootsFromConsistency(sizes, hashes, before.root) : undefined
  const holds = roots !== undefined && equal(roots.old, before.root) && equal(roots.new, after.root)
  report.check(holds, 'The proof leads to both roots.', 'The proof does not lead to both roots.')
}
