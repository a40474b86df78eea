import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import type { Command, Terminal } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { table } from '#core/cli/table.ts'
import { trials } from '../trials/list.ts'
import type { TrialReport, TrialTask } from '../trials/trial.ts'

const SEED = 20_261_122

export const command: Command = {
  name: 'trials',
  summary: 'Tries the house hard on throw-away data: kills, bad input, flipped bits, a full disk and more.',
  usage: `Usage: ./moot trials [NAME …] [--quick] [--seed N] [--json FILE]

Names: ${Object.keys(trials).join(', ')}; without one, all of them in this order. Each makes data of its own below the
system's temporary folder and removes it; no data folder and no DATABASE_URL of yours is touched.

--full      the full counts: 100 kills, 100,000 requests, 1,000 bits, 500 decisions … (this is the default)
--quick     a tenth or less of them, to see whether the trials themselves work
--seed N    tries other moments and other input (${SEED})
--json FILE writes the report as JSON too

Answers 0 when nothing was found, 1 when something was. A trial that cannot run here says why, and does not fail.`,
  async run(args, terminal) {
    const read = readOptions(args, { quick: 'flag', full: 'flag', seed: 'text', json: 'text' })
    const complaint = read.ok ? wrongIn(read.words, read.options) : read.reason
    if (complaint || !read.ok) {
      terminal.err(complaint ?? '')
      return 2
    }
    // So that the processes a trial has started end with it.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
    const names = read.words.length > 0 ? read.words : Object.keys(trials)
    const { quick, seed = SEED, json } = read.options
    const done = await runAll(names, { isQuick: quick, seed: Number(seed), terminal })
    terminal.out(asText(done))
    if (json) await writeFile(json, `${JSON.stringify(asJson(done, Number(seed)), null, 2)}\n`)
    return done.every(({ report }) => report.faults.length === 0) ? 0 : 1
  },
}

function wrongIn(words: readonly string[], { seed }: { seed: string | undefined }): string | undefined {
  const unknown = words.find((word) => !Object.hasOwn(trials, word))
  if (unknown) return `There is no trial called ${unknown}. There are: ${Object.keys(trials).join(', ')}.`
  if (seed !== undefined && !/^\d{1,15}$/.test(seed)) return '--seed takes a whole number, such as 7.'
}

interface Done {
  name: string
  seconds: number
  report: TrialReport
}

async function runAll(
  names: readonly string[],
  { terminal, ...task }: { isQuick: boolean; seed: number; terminal: Terminal },
): Promise<Done[]> {
  const done: Done[] = []
  for (const name of names) {
    const load = trials[name]
    if (!load) continue
    const { trial } = await load()
    terminal.err(`${name}: ${trial.about}`)
    const begun = performance.now()
    const report = await runOne(trial, { ...task, tell: (said) => terminal.err(`  ${said}`) })
    done.push({ name, seconds: Math.round((performance.now() - begun) / 1_000), report })
  }
  return done
}

/** A trial that cannot go to its end is a fault of the house or of the trial; the others still run. */
async function runOne(trial: { run(task: TrialTask): Promise<TrialReport> }, task: TrialTask) {
  return trial.run(task).catch(
    (error: unknown): TrialReport => ({
      counts: {},
      faults: [`It could not be run to its end: ${error instanceof Error ? error.message : String(error)}`],
    }),
  )
}

function asText(done: readonly Done[]): string {
  const rows = done.flatMap(({ name, seconds, report }) => [
    [name, report.skipped ? 'not run here' : report.faults.length > 0 ? 'FAILED' : 'passed', `${seconds} s`],
    ...Object.entries(report.counts).map(([what, count]) => ['', what, count.toLocaleString('en-GB')]),
  ])
  const sentences = done.flatMap(({ name, report }) =>
    [report.skipped ?? [], report.faults.slice(0, 20)].flat().map((sentence) => `${name}: ${sentence}`),
  )
  return [table(['trial', 'what', 'count'], rows), ...sentences].join('\n')
}

function asJson(done: readonly Done[], seed: number) {
  const machine = { cores: cpus().length, node: process.versions.node }
  return { seed, machine, trials: done.map(({ name, seconds, report }) => ({ name, seconds, ...report })) }
}
