import type { Command, Terminal } from '#core/cli/command.ts'
import { readConfig } from '#core/config/config.ts'
import { OperatorError } from '#core/operator-error.ts'
import type { Importer } from '../import/importer.ts'

/** What can be imported, each loaded when it is asked for. */
const IMPORTERS: Readonly<Record<string, () => Promise<{ importer: Importer }>>> = {
  answers: () => import('../import/answers.ts'),
  bodies: () => import('../import/bodies.ts'),
  members: () => import('../import/members.ts'),
  submissions: () => import('../import/submissions.ts'),
  units: () => import('../import/units.ts'),
}

export const command: Command = {
  name: 'import',
  summary: 'Takes in a file: units, bodies, members, submissions, answers to a call.',
  usage: `Usage: ./moot import units FILE.csv
       ./moot import bodies FILE.csv
       ./moot import members FILE.csv
       ./moot import submissions FILE.csv [--column title=Heading …] [--language en] [--name NAME]
       ./moot import answers FILE.csv --call NUMBER [--question PLACE] [--column HEADING] [--source HEADING]

FILE may be gzipped. Safe to repeat: what was taken is known again. Bad rows are left out and listed, with line, column and
reason, in a file beside it.

units: slug, name, kind, parent and, where known, code and own (yes: it looks after its own members). The parent is a slug; it may
come later in the file, and is the whole organisation where it is empty. A row about a unit that stands renames or moves it.
bodies: slug, name, kind, unit (slug or code), days of its promise and, where wanted, about, reviewed_by, front_desk, holds_strangers,
members and clerks (ada@example.org 2026-11-01 2027-10-31 chair; …). A row about a body that stands says it anew.
members: name, email, unit (slug or code) and, where known, number and from (2026-11-22). An address is one person, whose account
stays as it is.
submissions: title (needed), words, language, kind, to, name, source. --column names the heading that holds one.
answers: words (needed; --column names another heading), source, language, name. They answer the first open question of the call.

The columns one by one: docs/operations.md`,
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
