import type { Epoch } from './record/epochs.ts'
import { equal } from './record/hash.ts'
import type { Head, SignedNote, Vkey } from './record/note.ts'
import { readCheckpoint } from './record/read-checkpoint.ts'
import { type Recomputed, recompute } from './record/recompute.ts'
import { openSource, type Source } from './record/source.ts'
import { epochOf, followKeys, signerOf } from './record/trusted-keys.ts'
import { Misuse, Report, say } from './say.ts'
import { witnessesOf } from './witnesses.ts'
import { keysFrom, readWords } from './words.ts'

const USAGE = 'node verify.mjs audit URL-or-folder [--key KEY …] [--witness KEY …]'

/** Reads every entry and every tile of a record, makes every hash again, and says the first leaf that is wrong. */
export async function audit(args: readonly string[]): Promise<number> {
  const words = readWords(args, { options: ['key', 'witness'], flags: [] })
  const [place, ...more] = words.plain
  if (place === undefined || more.length > 0) throw new Misuse(USAGE)
  const source = await openSource(place)
  say(`The record at ${source.name}`)
  const report = new Report()
  await auditRecord(source, { keys: keysFrom(words, 'key'), witnesses: keysFrom(words, 'witness'), report })
  say(report.isSound ? 'The record adds up.' : 'THE RECORD DOES NOT ADD UP.')
  return report.isSound ? 0 : 1
}

interface Asked {
  keys: readonly Vkey[]
  witnesses: readonly Vkey[]
  report: Report
}

export async function auditRecord(source: Source, { keys, witnesses, report }: Asked): Promise<void> {
  const found = await readCheckpoint(source)
  if (!found) return report.fails('The checkpoint is not there, or is no checkpoint.')
  const { note, head } = found
  const made = await recompute(source, head.size, progress(head.size))
  sayFaults(made, head, report)
  sayEpochs(head, made, report)
  sayKeys({ note, head, made, keys, report })
  for (const [holds, sentence] of witnessesOf(note, witnesses)) {
    if (holds) report.holds(sentence)
    else report.leavesOpen(sentence)
  }
  report.leavesOpen('Whether others are shown the same record: compare checkpoints, or ask a witness.')
}

function sayFaults({ faults, rootOfEntries, rootOfHashes }: Recomputed, head: Head, report: Report): void {
  const isEntriesRight = equal(rootOfEntries, head.root)
  const [first] = faults
  if (first) {
    report.fails(`The first wrong leaf is leaf ${first.leaf}: ${first.sentence}.`)
    if (isEntriesRight)
      report.leavesOpen('The entries are whole: they make the signed root. The tiles of hashes are damaged.')
    else if (equal(rootOfHashes, head.root))
      report.leavesOpen('The hashes are whole: they make the signed root. An entry was altered.')
    if (faults.length > 1) report.leavesOpen(`${faults.length} places are wrong in all.`)
  }
  report.check(
    isEntriesRight,
    `The ${head.size} entries, hashed again one by one, make the root of the checkpoint.`,
    `The ${head.size} entries do not make the root of the checkpoint.`,
  )
  if (!first)
    report.holds(
      'Each leaf holds types, times, outcomes and ids only, and each tile has the hashes it should.',
    )
}

/** After a restore the record's name says so, and a leaf says so: one without the other is a rollback in disguise. */
function sayEpochs({ origin }: Head, { aboutTheRecord, epoch }: Recomputed, report: Report): void {
  for (const { index, leaf } of aboutTheRecord) {
    const opened = leaf.epoch as Epoch | undefined
    if (opened)
      report.leavesOpen(
        `Leaf ${index} opens epoch ${opened.number}: the record was restored from a backup of ${opened.size} leaves. What came after the backup is lost; ask witnesses what it was.`,
      )
  }
  if (epochOf(origin) !== epoch)
    report.fails(
      `The checkpoint's name speaks of epoch ${epochOf(origin)}, and its leaves of epoch ${epoch}.`,
    )
}

interface Signed {
  note: SignedNote
  head: Head
  made: Recomputed
  keys: readonly Vkey[]
  report: Report
}

function sayKeys({ note, head, made, keys, report }: Signed): void {
  if (keys.length === 0) {
    report.leavesOpen('Who signed the checkpoint was not checked: no --key was given.')
    return
  }
  const followed = followKeys(made.aboutTheRecord, keys, head.origin)
  for (const index of followed.vouched)
    report.holds(`Leaf ${index} changes the record's key; one known by then vouches for the new one.`)
  for (const index of followed.before)
    report.leavesOpen(
      `Leaf ${index} changed the record's key before the one you gave: not for your key to judge.`,
    )
  for (const index of followed.unvouched) {
    report.fails(`Leaf ${index} changes the record's key, and no key known by then vouches for the new one.`)
  }
  const signer = signerOf(note, head, followed.keys)
  report.check(
    signer !== undefined,
    `The checkpoint is signed by ${signer && keys.includes(signer) ? 'the key you gave' : 'a key that yours vouches for'}.`,
    'The checkpoint is not signed by the key you gave, nor by one that it vouches for.',
  )
}

/** Says how far it has come, to a person who waits. */
function progress(size: number): ((leaves: number) => void) | undefined {
  if (!process.stderr.isTTY || size < 20_000) return undefined
  return (leaves) => process.stderr.write(`\r  ${leaves} of ${size} leaves${leaves >= size ? '\n' : ''}`)
}
