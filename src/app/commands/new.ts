import { createInterface } from 'node:readline/promises'
import type { Command, Terminal } from '#core/cli/command.ts'
import { type OptionsOf, readOptions } from '#core/cli/options.ts'
import { readConfig } from '#core/config/config.ts'
import { connect } from '#core/db/connect.ts'
import { isLanguage, offeredLanguages } from '#core/i18n/languages.ts'
import { emailAddress } from '#core/input/text.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { settleHouse } from '../new/settle-house.ts'
import { openDatabase } from '../ready-database.ts'

const OPTIONS = {
  name: 'text',
  accent: 'text',
  languages: 'text',
  administrator: 'text',
  email: 'text',
} as const

export const command: Command = {
  name: 'new',
  summary: 'Sets up a real organisation on a new data folder or database.',
  usage: `Usage: ./moot new [--name NAME] [--accent #1d6b4c] [--languages en,ur] [--administrator NAME] [--email ADDRESS]

Asks for what is not given. A folder that holds a demonstration or an organisation is refused: set FOLKMOOT_DATA to a new one.`,
  async run(args, terminal) {
    const read = readOptions(args, OPTIONS)
    if (!read.ok) {
      terminal.err(read.reason)
      return 2
    }
    const wishes = await askFor(read.options)
    const wrong = wrongIn(wishes)
    if (wrong) {
      terminal.err(wrong)
      return 2
    }
    return setUp(wishes, terminal)
  },
}

interface Wishes {
  name: string
  accent: string
  languages: string[]
  administrator: string
  email: string
}

async function askFor(given: OptionsOf<typeof OPTIONS>): Promise<Wishes> {
  const isAsking = process.stdin.isTTY === true
  const dialogue = isAsking ? createInterface({ input: process.stdin, output: process.stderr }) : null
  const ask = async (value: string | undefined, question: string, otherwise = '') => {
    if (value !== undefined || !dialogue) return value ?? otherwise
    const answer = (
      await dialogue.question(otherwise ? `${question} [${otherwise}] ` : `${question} `)
    ).trim()
    return answer === '' ? otherwise : answer
  }
  const wishes = {
    name: await ask(given.name, 'What is the organisation called?'),
    accent: (await ask(given.accent, 'Its colour, as #rrggbb?', '#1d6b4c')).toLowerCase(),
    languages: (
      await ask(given.languages, 'Languages of the pages, the first being the usual one?', 'en')
    ).split(/[,\s]+/),
    administrator: await ask(given.administrator, 'Who is the first administrator (name)?'),
    email: await ask(given.email, 'Their e-mail address?'),
  }
  dialogue?.close()
  return wishes
}

function wrongIn({ name, accent, languages, administrator, email }: Wishes): string | null {
  if (name.trim() === '') return 'The organisation needs a name: --name "The Commons Alliance"'
  if (!/^#[0-9a-f]{6}$/.test(accent))
    return 'The colour is written as # and six figures or letters from a to f: --accent "#1d6b4c"'
  if (!languages.every(isLanguage))
    return `Languages are ${offeredLanguages.join(', ')} so far, with commas between them: --languages en,ur`
  if (administrator.trim() === '') return 'Name the first administrator: --administrator "Ada Novak"'
  return emailAddress.safeParse(email).success
    ? null
    : 'The administrator needs an e-mail address: --email ada@example.org'
}

async function setUp(wishes: Wishes, terminal: Terminal): Promise<number> {
  const config = readConfig()
  const server = await openDatabase(config, terminal)
  const { db, close } = connect({ url: server.url, most: 2 })
  try {
    const standing = await readHouse(db, config.baseUrl)
    if (standing) {
      terminal.err(
        `This data folder holds ${standing.isDemo ? 'a demonstration, which never becomes a real organisation' : standing.name}. Set FOLKMOOT_DATA to a new folder.`,
      )
      return 1
    }
    const { languages } = wishes
    const seed = config.recordKey ? Buffer.from(config.recordKey, 'base64') : null
    const link = await settleHouse(db, {
      ...wishes,
      languages,
      baseUrl: config.baseUrl,
      seed,
      now: new Date(),
    })
    terminal.out(`${wishes.name} is set up. Start it with: npm start`)
    terminal.out(`${wishes.administrator} signs in once, within ten minutes of now, by this link:\n${link}`)
    return 0
  } finally {
    await close()
    await server.stop()
  }
}
