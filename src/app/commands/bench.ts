import type { Command, Terminal } from '#core/cli/command.ts'
import { table } from '#core/cli/table.ts'

interface Measurement {
  task: string
  measured: string
  aim: string
}

/** Each method's own bench, loaded when it is asked for. */
const METHODS: Readonly<Record<string, () => Promise<{ measure(): Promise<Measurement[]> }>>> = {
  counting: () => import('../../../bench/methods/counting.ts'),
  sortition: () => import('../../../bench/methods/sortition.ts'),
  opinion: () => import('../../../bench/methods/opinion.ts'),
  themes: () => import('../../../bench/methods/themes.ts'),
}

export const command: Command = {
  name: 'bench',
  summary: 'Measures the methods beside a reference or a limit taken in the same run.',
  usage: `Usage: ./moot bench methods [${Object.keys(METHODS).join('|')} …]

Times of shared machines are noisy: read them as ratios to what stands beside them.`,
  async run([what, ...wanted], terminal) {
    const names = wanted.length > 0 ? wanted : Object.keys(METHODS)
    const unknown = names.find((name) => !METHODS[name])
    if (what !== 'methods' || unknown) {
      terminal.err(
        unknown ? `There is no method called ${unknown}.` : 'Say what to measure: ./moot bench methods',
      )
      return 2
    }
    terminal.out(table(['method', 'task', 'measured', 'aim or reference'], await measureAll(names, terminal)))
    return 0
  },
}

async function measureAll(names: readonly string[], terminal: Terminal): Promise<string[][]> {
  const rows: string[][] = []
  for (const name of names) {
    terminal.err(`${name} …`)
    const measurements = (await (await METHODS[name]?.())?.measure()) ?? []
    rows.push(...measurements.map(({ task, measured, aim }) => [name, task, measured, aim]))
  }
  return rows
}
