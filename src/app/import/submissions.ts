import path from 'node:path'
import { readOptions } from '#core/cli/options.ts'
import { importSubmissions } from '../../propose/submissions/index.ts'
import type { Importer } from './importer.ts'
import { readTable } from './read-table.ts'

export const importer: Importer = async (args, { db, clock, t, terminal }) => {
  const columns: Record<string, string> = {}
  const rest = args.filter((word, at) => {
    const [field, heading] = args[at - 1] === '--column' ? word.split('=') : []
    if (field && heading) columns[field] = heading
    return word !== '--column' && args[at - 1] !== '--column'
  })
  const read = readOptions(rest, { language: 'text', name: 'text' })
  const [file] = read.ok ? read.words : []
  if (!read.ok || !file) {
    terminal.err(read.ok ? 'Name the file to import.' : read.reason)
    return 2
  }
  const { options } = read
  const table = readTable(file, { terminal, required: [columns.title ?? 'title'] })
  const tally = await importSubmissions(db, {
    rows: table.rows,
    columns,
    name: options.name ?? path.basename(file).replace(/(\.csv)?(\.gz)?$/, ''),
    language: options.language ?? 'en',
    now: clock.now(),
    t,
    onProblem: table.onProblem,
  })
  const refusals = await table.finish()
  terminal.out(
    `${t.number(tally.taken)} taken in, ${t.number(tally.known)} known already, ${t.number(table.problemCount())} left out.`,
  )
  if (refusals) terminal.out(`What was left out, and why: ${refusals}`)
  return 0
}
