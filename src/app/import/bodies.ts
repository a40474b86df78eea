import { importBodies } from '#ground/bodies/import-bodies.ts'
import type { Importer } from './importer.ts'
import { readTable } from './read-table.ts'

export const importer: Importer = async ([file], { db, clock, t, terminal }) => {
  if (!file) {
    terminal.err('Name the file to import.')
    return 2
  }
  const table = readTable(file, { terminal, required: ['slug', 'name', 'kind', 'unit', 'days'] })
  const { rows, onProblem } = table
  const tally = await importBodies(db, { rows, now: clock.now(), t, onProblem })
  const refusals = await table.finish()
  const { opened, changed, known, named } = tally
  terminal.out(
    `${t.number(opened)} opened, ${t.number(changed)} changed, ${t.number(known)} known already, ${t.number(named)} members and clerks named, ${t.number(table.problemCount())} left out.`,
  )
  if (refusals) terminal.out(`What was left out, and why: ${refusals}`)
  return 0
}
