import path from 'node:path'
import pg from 'pg'
import type { Terminal } from '#core/cli/command.ts'
import { progress } from '#core/cli/progress.ts'
import type { Config } from '#core/config/config.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { connect, type Db } from '#core/db/connect.ts'
import { migrate } from '#core/db/migrate.ts'
import { joinDatabase } from '#core/db/supervisor/join-database.ts'
import { startDatabase } from '#core/db/supervisor/start-database.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { OperatorError } from '#core/operator-error.ts'
import type { House } from '#core/slice/house.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { openStandingForms } from '#ground/notices/index.ts'
import { recordSigner, useOutsideSeed } from '#ground/record/record-key.ts'
import { settleDemo } from './demo/settle-demo.ts'

export interface ReadyDatabase {
  url: string
  isEmbedded: boolean
  house: House & { daysAhead: number }
  stop(): Promise<void>
}

/** The configured database at the newest schema with a house in it: a new one gets the demonstration. */
export async function readyDatabase(config: Config, terminal: Terminal): Promise<ReadyDatabase> {
  const server = await openDatabase(config, terminal)
  try {
    useOutsideSeed(config.recordKey ? Buffer.from(config.recordKey, 'base64') : null)
    const { db, close } = connect({ url: server.url, most: 4 })
    try {
      const house = await houseOf(db, { url: server.url, config, terminal })
      // A wrong RECORD_KEY stops the start with a sentence, rather than every promise after it.
      await recordSigner(db)
      // Founded before there were notices: the forms that stand open get theirs.
      const translators = await loadTranslators(path.join(projectRoot, 'locales'))
      await openStandingForms(db, { translators, now: new Date() })
      return { ...server, house }
    } finally {
      await close()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The database of a verb that may run beside a running Folkmoot: joined where it runs already, started otherwise. */
export async function joinOrOpenDatabase(
  config: Config,
  terminal: Terminal,
): Promise<Omit<ReadyDatabase, 'house'>> {
  const running = config.databaseUrl === undefined ? await joinDatabase(config.dataFolder) : null
  return running ? { url: running, isEmbedded: true, stop: async () => {} } : openDatabase(config, terminal)
}

/** Opens the database and brings its schema up to date; what `./moot new` and the other verbs start from. */
export async function openDatabase(
  config: Config,
  terminal: Terminal,
): Promise<Omit<ReadyDatabase, 'house'>> {
  const isEmbedded = config.databaseUrl === undefined
  const log = (sentence: string) => terminal.err(sentence)
  const server = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => {} }
    : await startDatabase({ folder: config.dataFolder, log })
  try {
    await migrate(server.url, path.join(projectRoot, 'db', 'migrations'))
  } catch (error) {
    await server.stop()
    throw isEmbedded ? error : explained(error)
  }
  return { url: server.url, isEmbedded, stop: () => server.stop() }
}

async function houseOf(
  db: Db,
  { url, config, terminal }: { url: string; config: Config; terminal: Terminal },
): Promise<ReadyDatabase['house']> {
  const settled = async () => readHouse(db, config.baseUrl)
  return (
    (await settled()) ?? alone(url, async () => (await settled()) ?? moveIn(db, { url, config, terminal }))
  )
}

/** Several processes that find a new database at once: one settles it, the others wait and find a house. */
async function alone<T>(url: string, work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  try {
    await holder.query("select pg_advisory_lock(hashtextextended('settling', 7))")
    return await work()
  } finally {
    await holder.end()
  }
}

async function moveIn(
  db: Db,
  { url, config, terminal }: { url: string; config: Config; terminal: Terminal },
): Promise<ReadyDatabase['house']> {
  await clearUnfinished(url, { isEmbedded: config.databaseUrl === undefined })
  terminal.err('This data folder is new: the demonstration moves in, with a year of its life.')
  const bar = progress(terminal, 'steps')
  await settleDemo(db, {
    baseUrl: config.baseUrl,
    now: new Date(),
    onProgress: (done, all) => bar.update(done, `of ${all}`),
  })
  bar.finish()
  const house = await readHouse(db, config.baseUrl)
  if (!house)
    throw new OperatorError('The demonstration could not be set up. Remove the data folder and start again.')
  return house
}

/**
 * What a settling that was cut off left behind: units, and no house. In our own database it is cleared; in somebody's own
 * nothing is ever dropped.
 */
async function clearUnfinished(url: string, { isEmbedded }: { isEmbedded: boolean }): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ begun: boolean }>('select exists (select from units) as begun')
    if (rows[0]?.begun !== true) return
    if (!isEmbedded)
      throw new OperatorError(
        'The database in DATABASE_URL holds the beginnings of an organisation that was never founded. Give an empty one.',
      )
    await owner.query('drop schema public cascade; create schema public')
  } finally {
    await owner.end()
  }
  await migrate(url, path.join(projectRoot, 'db', 'migrations'))
}

const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT'])

/** Its words for being stopped in order, after a crash, and not yet up. */
const GOING_OR_COMING = new Set(['57P01', '57P02', '57P03'])

function explained(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (NOT_REACHED.has(code))
    return new OperatorError(
      'DATABASE_URL names a database that does not answer. Start it, or correct the address.',
    )
  if (GOING_OR_COMING.has(code))
    return new OperatorError(
      'The database in DATABASE_URL is just being stopped or started. Try again in a moment.',
    )
  if (code === '28P01' || code === '28000')
    return new OperatorError('The database refused the user or password in DATABASE_URL.')
  if (code === '3D000')
    return new OperatorError(
      'The database named in DATABASE_URL does not exist. Create it first: createdb folkmoot',
    )
  return error
}
