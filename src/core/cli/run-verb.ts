import { readdir } from 'node:fs/promises'
import { OperatorError } from '../operator-error.ts'
import type { Command, Terminal } from './command.ts'
import { nearestWord } from './nearest-word.ts'

export interface VerbFolder {
  /** Every verb the house knows, in the order `help` lists them. */
  verbs: readonly string[]
  /** Folder with one module a verb; a verb without its module is not offered. */
  folder: URL
}

/** Runs `./moot <verb> …` and answers the exit code: 0 well, 1 refused, 2 wrong words. */
export async function runVerb(
  { verbs, folder }: VerbFolder,
  words: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const modules = await modulesIn(folder, verbs)
  const [verb = 'help', ...args] = words
  if (['help', '--help', '-h'].includes(verb)) return help(modules, args, terminal)
  const module = modules.get(verb)
  if (!module) return unknownVerb(verb, [...modules.keys(), 'help'], terminal)
  const command = await loadCommand(module)
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(command.usage)
    return 0
  }
  try {
    return await command.run(args, terminal)
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    terminal.err(error.message)
    return 1
  }
}

async function modulesIn(folder: URL, verbs: readonly string[]): Promise<Map<string, URL>> {
  const files = await readdir(folder)
  const modules = new Map<string, URL>()
  for (const verb of verbs) {
    const file = files.find(
      (name) => name === `${verb}.js` || name === `${verb}.ts` || name === `${verb}.tsx`,
    )
    if (file) modules.set(verb, new URL(file, folder))
  }
  return modules
}

async function loadCommand(module: URL): Promise<Command> {
  const loaded: { command: Command } = await import(module.href)
  return loaded.command
}

async function help(modules: Map<string, URL>, args: readonly string[], terminal: Terminal): Promise<number> {
  const [verb] = args
  const module = verb ? modules.get(verb) : undefined
  if (module) {
    terminal.out((await loadCommand(module)).usage)
    return 0
  }
  if (verb) return unknownVerb(verb, [...modules.keys()], terminal)
  const width = Math.max(...[...modules.keys()].map((name) => name.length), 4)
  terminal.out('Folkmoot. Usage: ./moot <verb> …\n')
  for (const [name, found] of modules) {
    terminal.out(`  ${name.padEnd(width)}  ${(await loadCommand(found)).summary}`)
  }
  terminal.out(`\n./moot <verb> --help tells more about one of them.`)
  return 0
}

function unknownVerb(verb: string, known: readonly string[], terminal: Terminal): number {
  const near = nearestWord(verb, known)
  const hint = near ? `Did you mean "${near}"?` : 'See ./moot help for the list.'
  terminal.err(`There is no verb "${verb}". ${hint}`)
  return 2
}
