import type { Command, Terminal } from '#core/cli/command.ts'
import type { OptionsOf } from '#core/cli/options.ts'
import { progress } from '#core/cli/progress.ts'
import { table } from '#core/cli/table.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import { OperatorError } from '#core/operator-error.ts'
import { addressVectors } from '#methods/themes/address-vectors.ts'
import { type AnswerTable, answerColumn } from '#methods/themes/answer-table.ts'
import { cld3Detector } from '#methods/themes/cld3-detector.ts'
import { englishVectors } from '#methods/themes/english-vectors.ts'
import { findThemes } from '#methods/themes/find-themes.ts'
import { languagesOf } from '#methods/themes/language-of-answers.ts'
import { reportLines, themeRows } from '#methods/themes/report-text.ts'
import { withCodes } from '#methods/themes/with-codes.ts'
import { runOnFile } from './methods/run-on-file.ts'

const KINDS = {
  json: 'flag',
  column: 'text',
  'language-column': 'text',
  count: 'text',
  seed: 'text',
  vectors: 'text',
  model: 'text',
  'stance-column': 'text',
  'sentiment-column': 'text',
  codes: 'text',
} as const

type Options = OptionsOf<typeof KINDS>

export const command: Command = {
  name: 'themes',
  summary: 'Finds what many short answers are about, in any language, with quotations and how sure.',
  usage: `Usage: ./moot themes ANSWERS.csv [options]

ANSWERS.csv holds one answer a row, with headings. Near-duplicates are joined, themes found in two levels, small ones
kept visible; each answer is put in up to three. Nothing leaves this machine, unless --vectors names an address.

  --column NAME            the column with the answers (found by itself: text, answer, response … or the wordiest)
  --language-column NAME   the column that says each answer's language (en, cy, pl, ur …); otherwise it is detected
  --count N                how many themes of the lower level in each language (the answers say)
  --seed TEXT              seed of the runs that test whether the story holds (1); the themes themselves do not hang on it
  --vectors corpus|english|URL
                           corpus (default): from the answers' own words, any language; english: meaning besides, slower;
                           URL: an address in the OpenAI form (…/v1), with --model NAME; a key is read from VECTORS_KEY
  --stance-column NAME     the column in which people coded the stance of a sample (empty where they did not). The rest is
                           told in languages where that proves accurate, and is "not assessed" elsewhere
  --sentiment-column NAME  the same for sentiment
  --codes NAME[,NAME …]    columns with the themes each coder gave a sample, parted by ";": agreement is reported
  --json                   everything, as JSON`,
  run: (args, terminal) =>
    runOnFile(
      args,
      { kinds: KINDS, nameOne: 'Name one file of answers: ./moot themes ANSWERS.csv', run: runOn },
      terminal,
    ),
}

async function runOn(file: string, options: Options, terminal: Terminal): Promise<number> {
  const answers = await readAnswers(file, options, terminal)
  const count = wholeNumber(options.count)
  const bar = progress(terminal, 'Themes')
  let steps = 0
  const onStep = (step: string) => bar.update(++steps, step)
  onStep('Telling languages')
  const languages = await languagesFor(answers)
  const vectors = await vectorsFor(options, terminal, (done, all) =>
    bar.update(steps, `vectors ${done} of ${all}`),
  )
  const found = await findThemes(answers.texts, { seed: options.seed, count, languages, vectors, onStep })
  onStep('Measuring')
  const report = withCodes(found, { ...answers, languages })
  bar.finish()
  if (options.json) terminal.out(JSON.stringify(report))
  else {
    terminal.out(table(['theme', 'answers', 'what it is about', 'one of them says'], themeRows(report)))
    for (const line of reportLines(report)) terminal.out(line)
  }
  return 0
}

async function readAnswers(file: string, options: Options, terminal: Terminal): Promise<AnswerTable> {
  const bar = progress(terminal, 'Reading')
  const rows: (readonly string[])[] = []
  let headings: readonly string[] = []
  for await (const row of readCsv(file, { onBytes: (done) => bar.update(done) })) {
    headings = row.columns
    rows.push(row.cells)
  }
  bar.finish()
  if (rows.length === 0) throw new OperatorError(`${file} has headings and no answer below them.`)
  const answerAt =
    options.column === undefined ? answerColumn(headings, rows) : columnNamed(options.column, headings, file)
  if (options.column === undefined && headings.length > 1) {
    terminal.err(`Reading the answers from the column "${headings[answerAt]}". Another: --column NAME.`)
  }
  const cellsOf = (name: string | undefined) => {
    const at = name === undefined ? -1 : columnNamed(name, headings, file)
    return rows.map((cells) => (cells[at] ?? '').trim())
  }
  return {
    texts: rows.map((cells) => cells[answerAt] ?? ''),
    languages: cellsOf(options['language-column']).map((language) => language.toLowerCase()),
    stances: options['stance-column'] === undefined ? undefined : cellsOf(options['stance-column']),
    sentiments: options['sentiment-column'] === undefined ? undefined : cellsOf(options['sentiment-column']),
    coders: (options.codes?.split(',') ?? []).map((name) => cellsOf(name).map(themesIn)),
  }
}

function themesIn(cell: string): string[] | undefined {
  const themes = cell.split(';').map((theme) => theme.trim())
  return cell === '' ? undefined : themes.filter((theme) => theme !== '')
}

function columnNamed(name: string, headings: readonly string[], file: string): number {
  const at = headings.findIndex((heading) => heading.trim().toLowerCase() === name.trim().toLowerCase())
  if (at >= 0) return at
  throw new OperatorError(`${file} has no column "${name}". It has: ${headings.join(', ')}.`)
}

async function languagesFor({ texts, languages }: AnswerTable): Promise<string[]> {
  if (languages.every((language) => language !== '')) return languages
  const detected = languagesOf(texts, await cld3Detector())
  return languages.map((language, at) => language || (detected[at] ?? 'und'))
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,3}$/.test(text) && Number(text) >= 2) return Number(text)
  throw new OperatorError(`--count takes a whole number from 2 to 999, not "${text}".`)
}

/** The vectors that were asked for; undefined for the default. Words with an address say where the answers go. */
async function vectorsFor(
  options: Options,
  terminal: Terminal,
  onTexts: (done: number, all: number) => void,
) {
  const { vectors = 'corpus', model = '' } = options
  if (vectors === 'corpus') return undefined
  if (vectors === 'english') return englishVectors(onTexts)
  if (!URL.canParse(vectors)) {
    throw new OperatorError(
      `--vectors takes corpus, english or an address such as https://example.org/v1, not "${vectors}".`,
    )
  }
  if (model === '')
    throw new OperatorError('An address for vectors needs --model NAME, the model to ask for.')
  const url = new URL(`${vectors.replace(/\/+$/, '')}/embeddings`)
  terminal.err(`The answers are sent to ${url.host}.`)
  const post = (body: unknown) => postJson(url, body)
  return addressVectors({ model, post, joinsLanguages: true, onTexts })
}

async function postJson(url: URL, body: unknown): Promise<unknown> {
  const key = process.env.VECTORS_KEY
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) }
  const asked = fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const reply = await asked.catch((error: unknown) => {
    throw new OperatorError(
      `${url.host} cannot be reached: ${error instanceof Error ? error.message : error}.`,
    )
  })
  if (reply.ok) return reply.json()
  const words = (await reply.text()).slice(0, 200)
  throw new OperatorError(`${url.host} answered ${reply.status}: ${words}`)
}
