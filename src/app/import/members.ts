import { importMembers } from '#ground/people/import-members.ts'
import type { Importer } from './importer.ts'
import { readTable } from './read-table.ts'

export const importer: Importer = async ([file], { db, clock, t, terminal }) => {
  if (!file) {
    terminal.err('Name the file to import.')
    return 2
  }
  const table = readTable(file, { terminal, required: ['name', 'email', 'unit'] })
  const { rows, onProblem } = table
  const tally = await importMembers(db, { rows, now: clock.now(), t, onProblem })
  const refusals = await table.finish()
  terminal.out(
    `${t.number(tally.taken)} taken in, ${t.number(tally.known)} known already, ${t.number(table.problemCount())} left out.`,
  )
  if (refusals) terminal.out(`What was left out, and why: ${refusals}`)
  return 0
}
