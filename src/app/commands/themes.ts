import type { Command, Terminal } from '#core/cli/command.ts'
import { type OptionsOf, readOptions } from '#core/cli/options.ts'
import { progress } from '#core/cli/progress.ts'
import { table } from '#core/cli/table.ts'
import { CsvProblemError } from '#core/csv/csv-problem.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import { OperatorError } from '#core/operator-error.ts'
import { answerColumn } from '#methods/themes/answer-table.ts'
import { cld3Detector } from '#methods/themes/cld3-detector.ts'
import { findThemes } from '#methods/themes/find-themes.ts'
import { languagesOf } from '#methods/themes/language-of-answers.ts'
import { reportLines, themeRows } from '#methods/themes/report-text.ts'

const KINDS = {
  json: 'flag',
  column: 'text',
  'language-column': 'text',
  count: 'text',
  seed: 'text',
} as const

type Options = OptionsOf<typeof KINDS>

export const command: Command = {
  name: 'themes',
  summary: 'Finds what many short answers are about, in any language, with quotations and how sure.',
  usage: `Usage: ./moot themes ANSWERS.csv [options]

ANSWERS.csv holds one answer a row, with headings. Near-duplicates are joined, themes found in two levels, small ones
kept visible; each answer is put in up to three. Nothing leaves this machine.

  --column NAME            the column with the answers (found by itself: text, answer, response … or the wordiest)
  --language-column NAME   the column that says each answer's language (en, cy, pl, ur …); otherwise it is detected
  --count N                how many themes of the lower level in each language (the answers say)
  --seed TEXT              seed of the calculation (1); stability under other seeds is always reported
  --json                   everything, as JSON`,
  async run(args, terminal) {
    const read = readOptions(args, KINDS)
    const [file, ...rest] = read.ok ? read.words : []
    if (!read.ok || file === undefined || rest.length > 0) {
      terminal.err(read.ok ? 'Name one file of answers: ./moot themes ANSWERS.csv' : read.reason)
      return 2
    }
    try {
      return await runOn(file, read.options, terminal)
    } catch (error) {
      throw error instanceof CsvProblemError ? new OperatorError(error.message) : withoutFile(error)
    }
  },
}

async function runOn(file: string, options: Options, terminal: Terminal): Promise<number> {
  const answers = await readAnswers(file, options, terminal)
  const count = wholeNumber(options.count)
  const bar = progress(terminal, 'Themes')
  let steps = 0
  const onStep = (step: string) => bar.update(++steps, step)
  onStep('Telling languages')
  const found = await findThemes(answers.texts, {
    seed: options.seed,
    count,
    languages: await languagesFor(answers),
    onStep,
  })
  bar.finish()
  if (options.json) terminal.out(JSON.stringify(found))
  else {
    terminal.out(table(['theme', 'answers', 'what it is about', 'one of them says'], themeRows(found)))
    for (const line of reportLines(found)) terminal.out(line)
  }
  return 0
}

interface Answers {
  texts: string[]
  /** As the file says, `''` where it does not. */
  languages: string[]
}

async function readAnswers(file: string, options: Options, terminal: Terminal): Promise<Answers> {
  const bar = progress(terminal, 'Reading')
  const rows: (readonly string[])[] = []
  let headings: readonly string[] = []
  for await (const row of readCsv(file, { onBytes: (done) => bar.update(done) })) {
    headings = row.columns
    rows.push(row.cells)
  }
  bar.finish()
  if (rows.length === 0) throw new OperatorError(`${file} has headings and no answer below them.`)
  const column =
    options.column === undefined ? answerColumn(headings, rows) : columnNamed(options.column, headings, file)
  if (options.column === undefined && headings.length > 1) {
    terminal.err(`Reading the answers from the column "${headings[column]}". Another: --column NAME.`)
  }
  const language = options['language-column']
  const languageColumn = language === undefined ? -1 : columnNamed(language, headings, file)
  return {
    texts: rows.map((cells) => cells[column] ?? ''),
    languages: rows.map((cells) => (cells[languageColumn] ?? '').trim().toLowerCase()),
  }
}

function columnNamed(name: string, headings: readonly string[], file: string): number {
  const at = headings.findIndex((heading) => heading.trim().toLowerCase() === name.trim().toLowerCase())
  if (at >= 0) return at
  throw new OperatorError(`${file} has no column "${name}". It has: ${headings.join(', ')}.`)
}

async function languagesFor({ texts, languages }: Answers): Promise<string[]> {
  if (languages.every((language) => language !== '')) return languages
  const detected = languagesOf(texts, await cld3Detector())
  return languages.map((language, at) => language || (detected[at] ?? 'und'))
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,3}$/.test(text) && Number(text) >= 2) return Number(text)
  throw new OperatorError(`--count takes a whole number from 2 to 999, not "${text}".`)
}

function withoutFile(error: unknown): unknown {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error
  return isMissing ? new OperatorError(`There is no file ${error.path}.`) : error
}
