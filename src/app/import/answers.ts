import path from 'node:path'
import { NOBODY } from '#core/access/viewer.ts'
import { readOptions } from '#core/cli/options.ts'
import { OperatorError } from '#core/operator-error.ts'
import { type Call, findVisibleCall, importAnswers, type Question } from '../../listen/calls/index.ts'
import type { Importer } from './importer.ts'
import { readTable } from './read-table.ts'

const OPTIONS = {
  call: 'text',
  question: 'text',
  column: 'text',
  source: 'text',
  language: 'text',
  name: 'text',
} as const

/** `./moot import answers FILE.csv --call 2417`: a table with a column of words becomes answers to a call. */
export const importer: Importer = async (args, { db, clock, t, terminal }) => {
  const read = readOptions(args, OPTIONS)
  const [file] = read.ok ? read.words : []
  if (!read.ok || !file || !read.options.call) {
    terminal.err(read.ok ? 'Name the file to import, and the call: --call 2417.' : read.reason)
    return 2
  }
  const { options } = read
  const call = await findVisibleCall(db, NOBODY, options.call)
  if (!call) throw new OperatorError(`There is no call ${options.call}.`)
  const words = options.column ?? 'words'
  const table = readTable(file, { terminal, required: [words] })
  const begun = performance.now()
  const tally = await importAnswers(db, {
    rows: table.rows,
    call,
    question: questionIn(call, options.question),
    columns: { words, source: options.source ?? 'source', language: 'language', name: 'name' },
    name: options.name ?? path.basename(file).replace(/(\.csv)?(\.gz)?$/, ''),
    language: options.language ?? call.language,
    now: clock.now(),
    onProblem: table.onProblem,
  })
  const refusals = await table.finish()
  const seconds = (performance.now() - begun) / 1000
  terminal.out(
    `${t.number(tally.taken)} taken in, ${t.number(tally.known)} known already, ${t.number(table.problemCount())} left out, in ${seconds.toFixed(1)} s.`,
  )
  if (refusals) terminal.out(`What was left out, and why: ${refusals}`)
  return 0
}

function questionIn({ questions, number }: Call, place: string | undefined): Question {
  const open = questions.filter(({ kind }) => kind === 'open')
  const question = place === undefined ? open[0] : open.find((one) => String(one.place) === place)
  if (!question) {
    const asked = place === undefined ? 'no open question' : `no open question ${place}`
    throw new OperatorError(`Call ${number} asks ${asked}.`)
  }
  return question
}
