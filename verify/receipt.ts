import { keysSince, lookUp } from './receipt-lookup.ts'
import { canonical } from './record/canonical.ts'
import { type Bytes, equal, hashFromBase64, hashLeaf, hex, sha256 } from './record/hash.ts'
import { isTime, type Leaf, leafProblem } from './record/leaf.ts'
import { isSignedBy, parseHead, parseSignedNote, type Vkey } from './record/note.ts'
import { parseProofFile } from './record/proof-file.ts'
import { parseReceiptFile, type ReceiptFile } from './record/receipt-file.ts'
import { rootFromInclusion } from './record/tree.ts'
import { keyFor, signerOf } from './record/trusted-keys.ts'
import { Misuse, Report, say } from './say.ts'
import { witnessesOf } from './witnesses.ts'
import { keysFrom, readText, readWords } from './words.ts'

const USAGE = `node verify.mjs receipt FILE --key KEY [--witness KEY …] [--record URL-or-folder]

With --record the entry is also looked for in the record as it is now; a promise that was broken shows then.`

export interface Checking {
  file: ReceiptFile
  leaf: Leaf
  hash: Bytes
  keys: readonly Vkey[]
  witnesses: readonly Vkey[]
  report: Report
}

/** Checks a receipt without asking the record, and says in sentences what that shows and what it does not. */
export async function receipt(args: readonly string[]): Promise<number> {
  const words = readWords(args, { options: ['key', 'witness', 'record'], flags: [] })
  const [path, ...more] = words.plain
  if (path === undefined || more.length > 0) throw new Misuse(USAGE)
  const file = parseReceiptFile(readText(path))
  if (!file) throw new Misuse(`${path} is no receipt file of Folkmoot (version 1).`)
  const keys = keysFrom(words, 'key')
  if (keys.length === 0) throw new Misuse(NO_KEY(file))
  say(`Receipt ${file.number}, ${file.url}`)
  const report = new Report()
  const problem = leafProblem(file.leaf)
  if (problem) report.fails(`The leaf in the receipt ${problem}.`)
  else
    await checkAll(
      { file, keys, report, witnesses: keysFrom(words, 'witness'), ...leafOf(file) },
      words.options.get('record')?.[0],
    )
  say(report.isSound ? 'Everything that was checked holds.' : 'THE RECEIPT DOES NOT HOLD.')
  return report.isSound ? 0 : 1
}

const NO_KEY = (
  file: ReceiptFile,
) => `Say which record you trust: --key KEY. A receipt cannot vouch for itself.
This one names ${file.vkey}
Compare it with what your branch, a newspaper or a witness has, and give that.`

function leafOf(file: ReceiptFile): { leaf: Leaf; hash: Bytes } {
  return { leaf: file.leaf as Leaf, hash: hashLeaf(Buffer.from(canonical(file.leaf))) }
}

async function checkAll(given: Checking, record: string | undefined): Promise<void> {
  const { file, leaf, report } = given
  const checking = record === undefined ? given : { ...given, keys: await keysSince(given, record) }
  report.check(
    leaf.number === file.number,
    `It is about number ${file.number}, step "${leaf.type}", ${leaf.at}.`,
    'Its leaf has another number.',
  )
  checkContent(checking, 'public')
  checkContent(checking, 'private')
  const due = checkPromise(checking)
  if (file.proof === undefined) sayNoProof(due, report)
  else checkProof(checking, file.proof)
  if (record !== undefined) await lookUp(checking, { place: record, due })
  report.leavesOpen(
    'Not shown by a receipt: who wrote it, whether an answer was a good one, or what was never handed in.',
  )
}

function checkContent({ file, leaf, report }: Checking, part: 'public' | 'private'): void {
  const opened = file[part]
  const sealed = (leaf.sealed ?? {}) as { public?: string; private?: string }
  const commitment = sealed[part]
  if (opened === undefined) {
    if (commitment !== undefined)
      report.leavesOpen(`The ${part} words are not in this file; the leaf holds only their seal.`)
    return
  }
  const made = sha256(
    Buffer.concat([Buffer.from(opened.salt, 'hex'), Buffer.from(canonical(opened.content))]),
  )
  report.check(
    hex(made) === commitment,
    `The ${part} words in this file are those that were sealed, to the letter.`,
    `The ${part} words in this file are not those that were sealed.`,
  )
}

/** The time by which the record promised to hold the entry, when the promise is good. */
function checkPromise({ file, hash, keys, report }: Checking): string | undefined {
  const note = parseSignedNote(file.promise)
  const shape = /^folkmoot promise\/v1\n([^\n]+)\nin the record by ([^\n]+)\n$/
  const [, promised = '', due] = shape.exec(note?.body ?? '') ?? []
  const promisedHash = hashFromBase64(promised)
  if (!note || !promisedHash || due === undefined || !isTime(due)) {
    report.fails('The promise cannot be read.')
    return undefined
  }
  const isSigned = keys.some((key) => note.lines.some(({ name }) => isSignedInName(note, name, key)))
  const isGood =
    report.check(
      isSigned,
      'The promise is signed by the key you gave.',
      'The promise is not signed by the key you gave.',
    ) &&
    report.check(
      equal(promisedHash, hash),
      'It is the promise for this entry.',
      'It is a promise for another entry.',
    )
  if (isGood) report.holds(`The record promised to hold it by ${due}.`)
  return isGood ? due : undefined
}

function isSignedInName(
  note: NonNullable<ReturnType<typeof parseSignedNote>>,
  name: string,
  key: Vkey,
): boolean {
  const own = keyFor(name, key)
  return own !== undefined && isSignedBy(note, own)
}

function checkProof({ hash, keys, witnesses, report }: Checking, text: string): void {
  const proof = parseProofFile(text)
  const note = proof && parseSignedNote(proof.checkpoint)
  const head = note && parseHead(note.body)
  if (!proof || !note || !head) {
    report.fails('The proof cannot be read.')
    return
  }
  report.check(
    signerOf(note, head, keys) !== undefined,
    `The checkpoint in the proof (${head.size} entries) is signed by the key you gave.`,
    'The checkpoint in the proof is not signed by the key you gave.',
  )
  const root = rootFromInclusion(BigInt(proof.index), BigInt(head.size), hash, proof.hashes)
  report.check(
    root !== undefined && equal(root, head.root),
    `The entry is in the record, as leaf ${proof.index}: the proof leads from it to the signed root.`,
    'The proof does not lead from this entry to the signed root.',
  )
  for (const [holds, sentence] of witnessesOf(note, witnesses)) {
    if (holds) report.holds(sentence)
    else report.leavesOpen(sentence)
  }
}

function sayNoProof(due: string | undefined, report: Report): void {
  if (due === undefined) return
  const isDue = Date.parse(due) < Date.now()
  report.leavesOpen(
    isDue
      ? 'There is no proof in this file, and the promised time has passed: fetch the receipt again, or look with --record.'
      : 'There is no proof yet, only the promise; fetch the receipt again after that time.',
  )
}
