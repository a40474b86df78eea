import { canonical } from '../record/canonical.ts'
import { hashLeaf, hex, sha256 } from '../record/hash.ts'
import type { Leaf } from '../record/leaf.ts'
import { openSource, readTile } from '../record/source.ts'
import { Misuse, Report, say } from '../say.ts'
import { readWords } from '../words.ts'
import { type DatasetFiles, readDatasetFiles } from './files.ts'
import { checkSums } from './sums.ts'

const USAGE = 'node verify.mjs dataset FOLDER [--record URL-or-folder]'

/** `verify dataset FOLDER`: are these the data whose hash is in the record, and do they make the figures? */
export async function run(args: readonly string[]): Promise<number> {
  const words = readWords(args, { options: ['record'], flags: [] })
  const [folder, ...others] = words.plain
  if (folder === undefined || others.length > 0) throw new Misuse(USAGE)
  const files = readDatasetFiles(folder)
  const report = new Report()
  say(`Data of call ${files.described.folkmoot.call}, edition ${files.described.folkmoot.edition}.`)
  const sha = hex(sha256(files.csv))
  checkHashes(files, sha, report)
  const leaf = checkEntry(files, sha, report)
  checkSums(files, report)
  const record = words.options.get('record')?.[0]
  if (leaf && record !== undefined) await checkRecord(files, { leaf, record }, report)
  else report.leavesOpen('Not looked for in the record itself: say --record URL.')
  report.leavesOpen(
    'Not shown by a dataset: that every answer that was given is counted. Receipts show that, one by one.',
  )
  say(report.isSound ? 'Everything that was checked holds.' : 'THE DATASET DOES NOT HOLD.')
  return report.isSound ? 0 : 1
}

function checkHashes({ described, figures, csv }: DatasetFiles, sha: string, report: Report): void {
  const [resource] = described.resources
  report.check(
    resource?.hash === `sha256:${sha}` && resource.bytes === csv.length,
    `answers.csv is the file that is described: ${sha}.`,
    `answers.csv is not the file that is described: its SHA-256 is ${sha}.`,
  )
  report.check(
    figures.dataset_sha256 === sha,
    'The figures belong to it.',
    'The figures belong to another file.',
  )
}

function checkEntry({ described }: DatasetFiles, sha: string, report: Report): Leaf | null {
  const { entry, edition, call } = described.folkmoot
  if (!entry) {
    report.leavesOpen('The package does not bring its entry.')
    return null
  }
  const leaf = entry.leaf as Leaf
  const sealed = (leaf.sealed ?? {}) as { public?: string }
  const made = hex(
    sha256(Buffer.concat([Buffer.from(entry.salt, 'hex'), Buffer.from(canonical(entry.content))])),
  )
  const { dataset_sha256: told, edition: toldEdition } = entry.content
  report.check(
    leaf.type === 'call.result-published' && leaf.number === call && sealed.public === made,
    `The entry of ${leaf.at} seals what it says.`,
    'The entry does not seal what the package says that it says.',
  )
  report.check(
    told === sha && toldEdition === edition,
    'The entry names this very file, by its hash.',
    `The entry names another file: ${String(told)}.`,
  )
  return leaf
}

interface Looking {
  leaf: Leaf
  record: string
}

const TILE = 256

async function checkRecord(
  { described }: DatasetFiles,
  { leaf, record }: Looking,
  report: Report,
): Promise<void> {
  const index = described.folkmoot.entry?.leaf_index ?? null
  if (index === null) {
    report.leavesOpen('The entry had no place in the record yet when the package was made.')
    return
  }
  const source = await openSource(record)
  const width = (index % TILE) + 1
  const tile = { level: 0, index: Math.floor(index / TILE) }
  const bytes =
    (await readTile(source, { ...tile, width: TILE })) ?? (await readTile(source, { ...tile, width }))
  const found = bytes?.subarray((width - 1) * 32, width * 32)
  report.check(
    found !== undefined && hex(found) === hex(hashLeaf(Buffer.from(canonical(leaf)))),
    `It stands in the record of ${source.name}, at place ${index}. Whether that record adds up: audit.`,
    `It does not stand in the record of ${source.name} at place ${index}.`,
  )
}
