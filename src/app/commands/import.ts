import type { Command, Terminal } from '#core/cli/command.ts'
import { readConfig } from '#core/config/config.ts'
import { OperatorError } from '#core/operator-error.ts'
import type { Importer } from '../import/importer.ts'

/** What can be imported, each loaded when it is asked for. */
const IMPORTERS: Readonly<Record<string, () => Promise<{ importer: Importer }>>> = {
  members: () => import('../import/members.ts'),
  submissions: () => import('../import/submissions.ts'),
}

export const command: Command = {
  name: 'import',
  summary: 'Takes in a file: submissions, members.',
  usage: `Usage: ./moot import submissions FILE.csv [--column title=Heading …] [--language en] [--name NAME]
       ./moot import members FILE.csv

FILE may be gzipped. Columns of submissions: title (needed), words, language, kind, to, name, source. --column names the heading that holds
one. Safe to repeat: rows that were taken are known again. Bad rows are left out and listed, with line, column and reason,
in a file beside it. Columns of members: name, email, unit (slug or code), and, where known, number and from
(2026-11-22); an address is one person, whose account stays as it is.`,
  async run(args, terminal) {
    const [what = '', ...rest] = args
    const load = IMPORTERS[what]
    if (!load) {
      terminal.err(`Say what to import: ${Object.keys(IMPORTERS).join(', ')}.`)
      return 2
    }
    return run(await load(), { args: rest, terminal })
  },
}

async function run(
  { importer }: { importer: Importer },
  { args, terminal }: { args: readonly string[]; terminal: Terminal },
): Promise<number> {
  const { withHouse } = await import('../import/with-house.ts')
  return withHouse(readConfig(), terminal, async (house) => {
    if (!house.house)
      throw new OperatorError(
        'There is no organisation here yet: start it once, or set one up with ./moot new.',
      )
    return importer(args, { ...house, house: house.house, terminal })
  })
}
