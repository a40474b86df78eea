import type { Terminal } from '#core/cli/command.ts'
import { type OptionKind, type OptionsOf, readOptions } from '#core/cli/options.ts'
import { CsvProblemError } from '#core/csv/csv-problem.ts'
import { OperatorError } from '#core/operator-error.ts'

/** A verb that reads one file of rows: `./moot opinion VOTES.csv`. */
export interface OnFile<Kinds extends Record<string, OptionKind>> {
  kinds: Kinds
  /** What to say when not exactly one file is named. */
  nameOne: string
  run(file: string, options: OptionsOf<Kinds>, terminal: Terminal): Promise<number>
}

/** Reads the words after the verb, then runs it; what is wrong with the file becomes a sentence for who called it. */
export async function runOnFile<Kinds extends Record<string, OptionKind>>(
  args: readonly string[],
  { kinds, nameOne, run }: OnFile<Kinds>,
  terminal: Terminal,
): Promise<number> {
  const read = readOptions(args, kinds)
  const [file, ...rest] = read.ok ? read.words : []
  if (!read.ok || file === undefined || rest.length > 0) {
    terminal.err(read.ok ? nameOne : read.reason)
    return 2
  }
  try {
    return await run(file, read.options, terminal)
  } catch (error) {
    throw inSentence(error)
  }
}

function inSentence(error: unknown): unknown {
  if (error instanceof CsvProblemError) return new OperatorError(error.message)
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return inWords(error)
  if (error.code === 'ENOENT') return new OperatorError(`There is no file ${error.path}.`)
  if (error.code === 'EACCES') return new OperatorError(`The file ${error.path} may not be read.`)
  return error
}

/** Reading a folder fails without a path. */
function inWords(error: unknown): unknown {
  const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR'
  return isFolder ? new OperatorError('That is a folder: name a file.') : error
}
