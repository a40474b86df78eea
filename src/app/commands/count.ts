import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command, Terminal } from '#core/cli/command.ts'
import { type OptionsOf, readOptions } from '#core/cli/options.ts'
import { progress } from '#core/cli/progress.ts'
import { table } from '#core/cli/table.ts'
import { csvText } from '#core/csv/write-csv.ts'
import { OperatorError } from '#core/operator-error.ts'
import {
  CountRefused,
  countFile,
  PaperProblem,
  type Papers,
  type Result,
  reportHtml,
  reportRows,
  resultJson,
  resultSheet,
  ruleBooks,
  writeBlt,
} from '#methods/counting/index.ts'

const kinds = {
  rules: 'text',
  places: 'text',
  seed: 'text',
  lots: 'text',
  candidates: 'text',
  withdrawn: 'text',
  groups: 'text',
  minimum: 'text',
  vacancy: 'text',
  json: 'flag',
  html: 'text',
  csv: 'text',
  blt: 'text',
} as const

type Options = OptionsOf<typeof kinds>

const usage = `Usage: ./moot count FILE --rules NAME [--places N] [--json]

FILE is .blt, .csv (a column a candidate with ranks; a column a rank with names; or ballot_id,rank,choice), PrefLib
(.soi .soc .toi .toc), an RCTab configuration (.json, its cast vote records beside it) or Pabulib (.pb).

Rules:
${ruleBooks.map(({ name, summary }) => `  ${name.padEnd(16)} ${summary}`).join('\n')}

Options:
  --places N          places to fill, where the file does not say (1 otherwise)
  --seed HEX          public seed that draws lots; without it the papers themselves are the seed
  --lots "A; B"       an order of lots drawn by hand, all candidates
  --candidates "A; B" the names that may stand in the cells; any other is refused
  --withdrawn "A; B"  candidates struck out before the count
  --groups FILE       CSV candidate,group, for --minimum
  --minimum "G=N; H=M" at least N places for group G
  --vacancy NAME      count again for the place of NAME, who was elected and has left (countback)
  --html FILE --csv FILE --blt FILE  write the result sheet, or the papers
  --json              the result as JSON`

export const command: Command = {
  name: 'count',
  summary: 'Counts papers by a rule book, stage by stage.',
  usage,
  async run(args, terminal) {
    const read = readOptions(args, kinds)
    if (!read.ok) return refused(terminal, read.reason)
    const [file, ...others] = read.words
    if (!file || others.length > 0)
      return refused(terminal, 'Name one file of papers: ./moot count FILE --rules NAME')
    try {
      const { result, papers } = await count(file, read.options, terminal)
      await writeReports(result, papers, read.options)
      terminal.out(read.options.json ? JSON.stringify(resultJson(result), null, 2) : inWords(result))
      return 0
    } catch (error) {
      return complain(terminal, file, error)
    }
  },
}

function complain(terminal: Terminal, file: string, error: unknown): number {
  if (error instanceof PaperProblem) terminal.err(`${basename(file)}, ${error.message}`)
  else if (error instanceof CountRefused || error instanceof OperatorError) terminal.err(error.message)
  else throw error
  return 1
}

function refused(terminal: Terminal, reason: string): number {
  terminal.err(reason)
  return 2
}

async function count(file: string, options: Options, terminal: Terminal) {
  const bar = progress(terminal, 'Reading papers', { total: 100 })
  const outcome = await countFile(file, {
    ...options,
    read: bytesOf,
    onProgress: (done, total) => bar.update((100 * done) / total),
  })
  bar.finish()
  return outcome
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw new OperatorError(`There is no file ${path}.`)
    if (code === 'EISDIR') throw new OperatorError(`${path} is a folder: name a file of papers.`)
    throw new OperatorError(`${path} cannot be read (${code || String(error)}).`)
  }
}

async function writeReports(result: Result, papers: Papers | undefined, options: Options): Promise<void> {
  if (options.html) await writeFile(options.html, reportHtml(result))
  if (options.csv) {
    const [first = [], ...rows] = reportRows(result)
    await writeFile(options.csv, csvText(first.map(String), rows))
  }
  if (options.blt && papers) await writeFile(options.blt, writeBlt(papers, result.places))
}

function inWords(result: Result): string {
  const { papers, quota } = result
  const spoiled = Object.entries(papers.spoiledBy).map(([reason, number]) => `${reason} ${number}`)
  const sheet = resultSheet(result)
  const ties = result.stages.flatMap(({ n, ties: found }) =>
    found.map(
      (tie) =>
        `Stage ${n}: tie of ${tie.between.join(', ')} for ${tie.purpose}: ${tie.chosen}, by ${tie.decidedBy}.`,
    ),
  )
  return [
    ...(result.title ? [result.title] : []),
    `Rules ${result.rules}, ${result.places} ${result.places === 1 ? 'place' : 'places'}, ${papers.valid} valid papers, ${papers.spoiled} spoiled${spoiled.length > 0 ? ` (${spoiled.join(', ')})` : ''}${quota === null ? '' : `, quota ${quota}`}.`,
    '',
    table(sheet.headings, sheet.rows),
    ...result.tables.flatMap(({ title, headings, rows }) => ['', title, table(headings, rows)]),
    ...(ties.length > 0 ? ['', ...ties] : []),
    ...(result.notes.length > 0 ? ['', ...result.notes] : []),
    '',
    `Elected: ${result.elected.join(', ') || 'nobody'}.`,
  ].join('\n')
}
