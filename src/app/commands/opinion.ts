import type { Command, Terminal } from '#core/cli/command.ts'
import type { OptionsOf } from '#core/cli/options.ts'
import { progress } from '#core/cli/progress.ts'
import { table } from '#core/cli/table.ts'
import { describeProblem } from '#core/csv/csv-problem.ts'
import { readCsv } from '#core/csv/read-csv.ts'
import { OperatorError } from '#core/operator-error.ts'
import { analyse, MOST_GROUPS } from '#methods/opinion/analyse.ts'
import { minoritiesOf } from '#methods/opinion/minorities.ts'
import { StatementReader, type Statements } from '#methods/opinion/read-statements.ts'
import { VoteReader } from '#methods/opinion/read-votes.ts'
import { type ReportParts, reportOf } from '#methods/opinion/report.ts'
import { chaptersOf } from '#methods/opinion/report-text.ts'
import { stabilityOf } from '#methods/opinion/stability.ts'
import { layoutOf, type VoteProblem } from '#methods/opinion/vote-layout.ts'
import type { VoteTable } from '#methods/opinion/vote-table.ts'
import { runOnFile } from './methods/run-on-file.ts'

const KINDS = {
  json: 'flag',
  statements: 'text',
  strict: 'flag',
  'agree-is': 'text',
  'keep-last': 'flag',
  'skip-bad-rows': 'flag',
  'most-groups': 'text',
  resamples: 'text',
  seed: 'text',
} as const

type Options = OptionsOf<typeof KINDS>

export const command: Command = {
  name: 'opinion',
  summary: 'Finds opinion groups in agree / disagree / pass votes, and what all share.',
  usage: `Usage: ./moot opinion VOTES.csv [options]

VOTES.csv holds one vote a row (participant, statement, vote; with timestamp the later of two counts), or one person
a row and one statement a column, empty where not seen. Votes are 1 agree, 0 pass, -1 disagree, or the words.
The exports of Polis (votes.csv, participants-votes.csv) can be read as they are.

  --statements FILE   their words, and moderated (-1 is set aside), as in comments.csv of Polis
  --strict            set aside what moderation has not accepted, too
  --agree-is -1       the numbers are turned: -1 agree, as in the database of Polis
  --keep-last         of two votes of one person on one statement the later row counts
  --skip-bad-rows     name bad rows and go on without them
  --most-groups N     the most groups to look for (${MOST_GROUPS}; Polis: 5)
  --resamples N       how often to resample for stability and minorities (40; 0 for neither)
  --seed N            seed of the resampling (1)
  --json              everything, as JSON`,
  run: (args, terminal) =>
    runOnFile(
      args,
      { kinds: KINDS, nameOne: 'Name one file of votes: ./moot opinion VOTES.csv', run: runOn },
      terminal,
    ),
}

async function runOn(file: string, options: Options, terminal: Terminal): Promise<number> {
  const statements = options.statements ? await readStatements(options.statements, options) : undefined
  const votes = await readVotes(file, options, terminal)
  if (votes.answerOf.length === 0) throw new OperatorError(`${file} holds no vote: nothing can be found.`)
  const report = reportOf(findGroups(votes, { statements, options, terminal }))
  if (options.json) terminal.out(JSON.stringify(report))
  else for (const chapter of chaptersOf(report)) print(chapter, terminal)
  return 0
}

async function readVotes(file: string, options: Options, terminal: Terminal): Promise<VoteTable> {
  const bar = progress(terminal, 'Reading')
  const problems: VoteProblem[] = []
  const onProblem = (problem: VoteProblem) => problems.push(problem)
  const rows = readCsv(file, { onProblem, onBytes: (done) => bar.update(done) })
  let reader: VoteReader | undefined
  for await (const row of rows) {
    reader ??= readerFor(file, row.columns, options)
    reader.add(row.line, row.cells)
  }
  bar.finish()
  if (!reader) throw new OperatorError(`${file} has headings and no row that can be read.`)
  const votes = reader.finish()
  refuseBad(file, [...problems, ...reader.problems], { options, terminal })
  if (reader.replaced > 0) terminal.err(`Votes changed later: ${reader.replaced}. The last of each counts.`)
  return votes
}

function readerFor(file: string, headings: readonly string[], options: Options): VoteReader {
  const found = layoutOf(headings)
  if (!found.ok) throw new OperatorError(describeProblem(found.problem, file))
  const agreeIs = options['agree-is'] ?? '1'
  if (agreeIs !== '1' && agreeIs !== '-1') throw new OperatorError('--agree-is takes 1 or -1.')
  const keepLast = options['keep-last'] || options['skip-bad-rows']
  return new VoteReader({ layout: found.layout, headings, agreeIs: agreeIs === '1' ? 1 : -1, keepLast })
}

async function readStatements(file: string, options: Options): Promise<Statements> {
  let reader: StatementReader | undefined
  for await (const row of readCsv(file)) {
    reader ??= new StatementReader({ headings: row.columns, strict: options.strict })
    reader.add(row.line, row.cells)
  }
  const [first] = reader?.problems ?? []
  if (first) throw new OperatorError(describeProblem(first, file))
  return reader?.statements ?? { texts: new Map(), setAside: [], background: [] }
}

const SHOWN_PROBLEMS = 20

function refuseBad(
  file: string,
  problems: readonly VoteProblem[],
  { options, terminal }: { options: Options; terminal: Terminal },
): void {
  if (problems.length === 0) return
  const sorted = problems.toSorted((a, b) => a.line - b.line)
  for (const problem of sorted.slice(0, SHOWN_PROBLEMS)) terminal.err(describeProblem(problem, file))
  if (sorted.length > SHOWN_PROBLEMS) terminal.err(`… and ${sorted.length - SHOWN_PROBLEMS} more.`)
  if (!options['skip-bad-rows'])
    throw new OperatorError('Nothing was computed. Mend these, or leave them out with --skip-bad-rows.')
}

interface Finding {
  statements: Statements | undefined
  options: Options
  terminal: Terminal
}

function findGroups(votes: VoteTable, { statements, options, terminal }: Finding): ReportParts {
  const mostGroups = wholeNumber(options, 'most-groups', { otherwise: MOST_GROUPS, least: 2 })
  const resamples = wholeNumber(options, 'resamples', { otherwise: 40, least: 0 })
  const seed = wholeNumber(options, 'seed', { otherwise: 1, least: 0 })
  const { setAside, background } = statements ?? {}
  const opinion = analyse(votes, { setAside, background, mostGroups, seed })
  const settings = {
    most_groups: mostGroups,
    resamples,
    seed,
    agree_is: options['agree-is'] ?? '1',
    strict: options.strict,
  }
  const parts = { opinion, texts: statements?.texts, settings }
  if (resamples === 0) return parts
  const bar = progress(terminal, 'Resampling', { total: resamples })
  const stability = stabilityOf(opinion, {
    resamples,
    seed,
    mostGroups,
    onResample: (done) => bar.update(done),
  })
  bar.finish()
  const search = progress(terminal, 'Looking for minorities', { total: 1 })
  const onShuffle = (done: number, total: number) => search.update(done / total)
  const minorities = minoritiesOf(opinion, { shuffles: resamples, seed, onShuffle })
  search.finish()
  return { ...parts, stability, minorities }
}

function wholeNumber(
  options: Options,
  name: 'most-groups' | 'resamples' | 'seed',
  { otherwise, least }: { otherwise: number; least: number },
): number {
  const text = options[name]
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d{1,9}$/.test(text) && value >= least) return value
  throw new OperatorError(`--${name} takes a whole number from ${least} up, not "${text}".`)
}

function print(chapter: ReturnType<typeof chaptersOf>[number], terminal: Terminal): void {
  terminal.out(`\n${chapter.title}`)
  for (const line of chapter.lines) terminal.out(line)
  if (chapter.table && chapter.table.rows.length > 0)
    terminal.out(table(chapter.table.headings, chapter.table.rows))
}
