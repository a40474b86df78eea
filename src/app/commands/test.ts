import { availableParallelism } from 'node:os'
import { findChromium, HOW_TO_INSTALL, installChromium } from '#core/cli/chromium.ts'
import type { Command, Terminal } from '#core/cli/command.ts'
import { runTool } from '#core/cli/run-tool.ts'

export const command: Command = {
  name: 'test',
  summary: 'Runs every test, unit to browser; quiet unless red.',
  usage: `Usage: ./moot test [--install] [FILE OR FOLDER …] [vitest's own options]

Without words it runs everything. --install (or CI=true) installs Debian's Chromium for the browser tests if it is missing.
The last line says how many tests passed and failed.`,
  async run(args, terminal) {
    const mayInstall = args.includes('--install') || process.env.CI === 'true'
    const words = args.filter((word) => word !== '--install')
    const chromium = needsBrowser(words) ? await readyChromium(mayInstall, terminal) : await findChromium()
    if (needsBrowser(words) && !chromium) return 1
    if (chromium) process.env.CHROMIUM = chromium
    return await runTool('node_modules/vitest/vitest.mjs', [
      'run',
      '--reporter=./build/quiet-reporter.ts',
      // Left to itself the runner keeps a core free, which on two cores is half the machine.
      `--maxWorkers=${availableParallelism()}`,
      ...words,
    ])
  },
}

/** Words name files or folders of tests; only e2e's open a browser. */
function needsBrowser(words: readonly string[]): boolean {
  const filters = words.filter((word) => !word.startsWith('-'))
  return filters.length === 0 || filters.some((word) => word.includes('e2e'))
}

async function readyChromium(mayInstall: boolean, terminal: Terminal): Promise<string | undefined> {
  const found = await findChromium()
  if (found) return found
  if (!mayInstall) {
    terminal.err(
      `The browser tests need Chromium, and it is not here. ${HOW_TO_INSTALL} Or run: ./moot test --install`,
    )
    return undefined
  }
  terminal.err("Installing Chromium from the system's packages …")
  await installChromium()
  return await findChromium()
}
