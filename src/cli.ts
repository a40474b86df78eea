import { pathToFileURL } from 'node:url'
import { runVerb } from '#core/cli/run-verb.ts'
import { ownTerminal } from '#core/cli/terminal.ts'

const verbs = [
  'start',
  'dev',
  'test',
  'check',
  'config',
  'new',
  'demo',
  'import',
  'witness',
  'record',
  'verify',
  'backup',
  'restore',
  'trials',
  'bench',
  'count',
  'draw',
  'opinion',
  'themes',
  'text',
  'messages',
  'pictures',
]

const folder = pathToFileURL(`${import.meta.dirname}/app/commands/`)
// A verb that has answered is done, even where a failed start left something open.
process.exit(await runVerb({ verbs, folder }, process.argv.slice(2), ownTerminal()))
