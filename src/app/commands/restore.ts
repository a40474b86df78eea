import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command, Terminal } from '#core/cli/command.ts'
import { type OptionsOf, readOptions } from '#core/cli/options.ts'
import { type Config, readConfig } from '#core/config/config.ts'
import { connect } from '#core/db/connect.ts'
import { startDatabase } from '#core/db/supervisor/start-database.ts'
import { OperatorError } from '#core/operator-error.ts'
import { useOutsideSeed } from '#ground/record/record-key.ts'
import { ErasureList, erasureListIn, type ListedErasure, readErasures } from '../backup/erasure-list.ts'
import type { GoingOn, WentOn } from '../backup/go-on-in-epoch.ts'
import { readKeyFile } from '../backup/key-file.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { takeRecovered } from '../backup/take-recovered.ts'
import { learnSlices, slices } from '../slices.ts'

const OPTIONS = {
  'key-file': 'text',
  'new-key': 'flag',
  erasures: 'text',
  'without-erasures': 'flag',
  epoch: 'text',
  recovered: 'flag',
} as const

export const command: Command = {
  name: 'restore',
  summary: 'Puts a backup into a new data folder or an empty database.',
  usage: `Usage: ./moot restore FILE [--key-file FILE | --new-key] [--erasures FILE | --without-erasures] [--epoch N]
       ./moot restore --recovered [--erasures FILE | --without-erasures] [--epoch N]

All of it or nothing. What was erased since the backup is erased again, everybody is signed out, and the record opens an epoch, so that
witnesses see a restore. Start Folkmoot afterwards as usual.
--key-file FILE      the record's key, as ./moot backup --key-file wrote it; or set RECORD_KEY
--new-key            the key is lost: a new one is made, for which nothing vouches. Tell everybody.
--erasures FILE      the list “erasures” of the lost data folder (otherwise: of this one)
--without-erasures   there is no list: what was erased since the backup is back
--epoch N            the epoch to open, when earlier restores are not noted in this data folder's “epochs”
--recovered          the database itself was brought back to an earlier moment by PostgreSQL: do the rest`,
  async run(args, terminal) {
    const read = readOptions(args, OPTIONS)
    const [file, ...more] = read.ok ? read.words : []
    if (!read.ok || more.length > 0 || (file === undefined) !== read.options.recovered) {
      terminal.err(read.ok ? 'Say which file: ./moot restore folkmoot-2026-11-22.backup' : read.reason)
      return 2
    }
    return restore(readConfig(), { file, options: read.options, terminal })
  },
}

interface Wish {
  file: string | undefined
  options: OptionsOf<typeof OPTIONS>
  terminal: Terminal
}

async function restore(config: Config, { file, options, terminal }: Wish): Promise<number> {
  learnSlices()
  useOutsideSeed(config.recordKey ? Buffer.from(config.recordKey, 'base64') : null)
  const going = {
    slices,
    erasures: await erasuresFor(config, options),
    key: await keyFor(config, options),
    ...(await epochsOf(config, options)),
    now: new Date(),
  }
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => {} }
    : await startDatabase({ folder: config.dataFolder, log: (sentence) => terminal.err(sentence) })
  try {
    const { url } = database
    const done = await bringBack(url, { file, going, terminal })
    await takeOverList(config, url)
    terminal.out(
      `Erased again: ${done.erasedAgain}. The record goes on as ${done.recordName}.\nStart Folkmoot as usual. Tell your witnesses, and say openly what was lost.`,
    )
    for (const { kind, subject, at } of done.notErased)
      terminal.err(
        `NOT ERASED AGAIN, do it by hand before you open the house: ${kind} ${subject}, erased at ${at}.`,
      )
    return done.notErased.length === 0 ? 0 : 1
  } finally {
    await database.stop()
  }
}

async function bringBack(
  url: string,
  { file, going, terminal }: { file: string | undefined; going: GoingOn; terminal: Terminal },
): Promise<WentOn> {
  if (file === undefined) return takeRecovered({ url, ...going })
  const report = await restoreBackup({ url, file, ...going })
  const { organisation, made_at: made } = report.header
  terminal.out(`${report.rows} rows of ${organisation}, as of ${made}, are back.`)
  return report
}

async function erasuresFor(config: Config, options: Wish['options']): Promise<ListedErasure[]> {
  if (options['without-erasures']) return []
  const file = options.erasures ?? erasureListIn(config.dataFolder)
  const list = await readErasures(file)
  if (list) return list
  throw new OperatorError(
    `There is no list of erasures at ${file}. Give the one of the lost data folder with --erasures FILE, or, if it is lost too, say --without-erasures: what was erased since the backup is then back.`,
  )
}

async function keyFor(config: Config, options: Wish['options']): Promise<GoingOn['key']> {
  const file = options['key-file']
  if (options['new-key']) return { from: 'new', seed: randomBytes(32) }
  if (file !== undefined) return { from: 'file', seed: await readKeyFile(file) }
  if (options.recovered) return { from: 'database' }
  if (config.recordKey) return { from: 'outside' }
  throw new OperatorError(
    'A backup does not hold the key that signs the record: give it with --key-file FILE or in RECORD_KEY. If it is lost, --new-key makes another, for which nothing vouches.',
  )
}

/** Epochs are noted in the data folder as they are opened, since a backup cannot know of those after it. */
async function epochsOf(
  config: Config,
  { epoch }: Wish['options'],
): Promise<Pick<GoingOn, 'epochsKnown' | 'noteEpoch'>> {
  const file = path.join(config.dataFolder, 'epochs')
  const wished = Number(epoch ?? 2)
  if (!Number.isSafeInteger(wished) || wished < 2)
    throw new OperatorError('--epoch takes a whole number from 2.')
  const noted = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean).map(Number)
  return {
    epochsKnown: [wished - 1, ...noted.filter(Number.isSafeInteger)],
    noteEpoch: async (number) => {
      await mkdir(config.dataFolder, { recursive: true })
      await appendFile(file, `${number}\n`, { flush: true })
    },
  }
}

async function takeOverList(config: Config, url: string): Promise<void> {
  const { db, close } = connect({ url, most: 1 })
  await new ErasureList(config.dataFolder).bringUpToDate(db).finally(close)
}
