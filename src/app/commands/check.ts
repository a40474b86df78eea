import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command, Terminal } from '#core/cli/command.ts'
import { hearTool } from '#core/cli/run-tool.ts'
import { projectRoot } from '#core/config/project-root.ts'

interface Check {
  name: string
  /** Module that is run, from the clone's folder. */
  module: string
  args: readonly string[]
  /** What must be there for the check to make sense. */
  needs?: string
}

const checks: readonly Check[] = [
  {
    name: 'format and lint',
    module: 'node_modules/@biomejs/biome/bin/biome',
    args: ['ci', '--diagnostic-level=warn', '.'],
  },
  { name: 'types', module: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
  {
    name: 'architecture',
    module: 'node_modules/vitest/vitest.mjs',
    args: ['run', 'src/app/architecture.test.ts'],
    needs: 'src/app/architecture.test.ts',
  },
  {
    name: 'unused code',
    module: 'node_modules/knip/bin/knip.js',
    args: ['--no-config-hints'],
    needs: 'knip.json',
  },
  { name: 'messages', module: 'dist/cli.js', args: ['messages'], needs: 'dist/app/commands/messages.js' },
]

export const command: Command = {
  name: 'check',
  summary: 'The one gate: format, lint, types, architecture, unused code, messages.',
  usage: 'Usage: ./moot check\n\nRuns every check and says which failed. ./moot check is what CI runs too.',
  async run(_args, terminal) {
    const present = checks.filter(({ needs }) => !needs || existsSync(join(projectRoot, needs)))
    const failed: string[] = []
    for (const check of present) {
      if (!(await isPassed(check, terminal))) failed.push(check.name)
    }
    if (failed.length === 0) terminal.out(`All ${present.length} checks passed.`)
    else terminal.out(`${failed.length} of ${present.length} checks failed: ${failed.join(', ')}.`)
    return failed.length === 0 ? 0 : 1
  },
}

async function isPassed({ name, module, args }: Check, terminal: Terminal): Promise<boolean> {
  const { code, words } = await hearTool(module, args)
  terminal.out(`${code === 0 ? '✓' : '✗'} ${name}`)
  if (code !== 0) terminal.err(words)
  return code === 0
}
