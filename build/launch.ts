import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OperatorError } from '../src/core/operator-error.ts'
import { adviceFor } from './advice.ts'
import { readyDependencies } from './dependencies.ts'
import { whilePreparing } from './preparing.ts'

/** Brings the clone up to date (dependencies, then what is built from the sources) and runs the verb. */
export async function launch(root: string, words: readonly string[]): Promise<void> {
  process.setSourceMapsEnabled(true)
  // Programs we start, and those of packages, get this Node too and not an older one of the system.
  process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`
  try {
    await whilePreparing(root, async () => {
      await readyDependencies(root)
      const { readyBuild } = await import('./ready-build.ts')
      await readyBuild(root)
    })
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, root)}\n`)
    process.exitCode = 1
    return
  }
  process.argv = [process.execPath, join(root, 'moot'), ...words]
  await import(pathToFileURL(join(root, 'dist/cli.js')).href)
}

function sentenceOf(error: unknown, root: string): string {
  if (error instanceof OperatorError) return error.message
  const words = error instanceof Error ? error.message : String(error)
  return adviceFor(words, root) ?? `Folkmoot could not be built. ${words}`
}
