import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { projectRoot } from '#core/config/project-root.ts'
import { connectAsOwner, type Tx } from '#core/db/connect.ts'
import { migrateWithin, migrationsIn } from '#core/db/migrate.ts'
import { OperatorError } from '#core/operator-error.ts'
import { addDays } from '#core/time/days.ts'
import { endEverySession } from '#ground/people/end-every-session.ts'
import { entriesMakeTheRoot } from '#ground/record/check-restored.ts'
import type { BackupEnd, BackupHeader } from './format.ts'
import { type GoingOn, goOnInEpoch, type WentOn } from './go-on-in-epoch.ts'
import { BackupReader } from './read-backup.ts'
import { skipNumbers } from './skip-numbers.ts'
import { columnList, PLAIN_SESSION, tablesInOrder } from './tables.ts'

export interface RestoreNeed extends Omit<GoingOn, 'now'> {
  url: string
  file: string
  now: Date
}

export interface RestoreReport extends WentOn {
  header: BackupHeader
  rows: number
}

const MIGRATIONS = path.join(projectRoot, 'db', 'migrations')

/**
 * Puts a backup into an empty database, all of it or nothing: the schema it was made from, its rows, whatever came to the
 * schema since, what was erased since, and an epoch of the record. Refused with a sentence where something is there already.
 */
export async function restoreBackup(need: RestoreNeed): Promise<RestoreReport> {
  const reader = new BackupReader(need.file)
  const header = await reader.header()
  await refuseUnknownMigrations(header)
  const { db, client, close } = await connectAsOwner(need.url)
  try {
    await client.query(PLAIN_SESSION)
    await refuseFull(client, header)
    const report = await db.transaction().execute(async (tx) => {
      await migrateWithin(client, MIGRATIONS, new Set(header.migrations))
      const rows = await fill(client, reader)
      await migrateWithin(client, MIGRATIONS)
      if (!(await entriesMakeTheRoot(tx)))
        throw new OperatorError(
          'The entries in this backup do not make the root that was signed. Nothing was restored.',
        )
      await endEverySession(tx)
      const wentOn = await goOnInEpoch(tx, { ...need, now: addDays(need.now, await daysAhead(tx)) })
      return { header, rows, ...wentOn }
    })
    await client.query('analyze')
    return report
  } finally {
    await close()
  }
}

async function refuseUnknownMigrations({ migrations, version }: BackupHeader): Promise<void> {
  const known = new Set(await migrationsIn(MIGRATIONS))
  const unknown = migrations.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new OperatorError(
      `This backup was made by a newer Folkmoot (${version}; ${unknown[0]} is not known here). Update this one, then restore.`,
    )
}

/** An empty database has no tables of ours; one that a failed start made may have them, empty and of the same age. */
async function refuseFull(client: pg.Client, { migrations }: BackupHeader): Promise<void> {
  const standing = await client.query<{ name: string | null }>(
    `select to_regclass('public.house')::text as name`,
  )
  if (standing.rows[0]?.name === null) return
  const filled = await client.query<{ name: string | null; is_filled: boolean }>(
    'select (select name from house) as name, exists (select from units) or exists (select from entries) as is_filled',
  )
  const { name = null, is_filled: isFilled = true } = filled.rows[0] ?? {}
  if (name !== null || isFilled)
    throw new OperatorError(
      `There is ${name === null ? 'something' : `an organisation, ${name},`} here already, and a restore never writes over anything: set FOLKMOOT_DATA to a new folder, or DATABASE_URL to an empty database.`,
    )
  const made = await client.query<{ name: string }>('select name from migrations order by name')
  if (made.rows.some(({ name }) => !migrations.includes(name)))
    throw new OperatorError('The database has a newer schema than the backup: give an empty one.')
}

/** Puts the rows back as they were. Triggers rest meanwhile: they guard changes, and these rows passed them once. */
async function fill(client: pg.Client, reader: BackupReader): Promise<number> {
  const tables = await tablesInOrder(client)
  for (const { name } of tables) await client.query(`alter table "${name}" disable trigger user`)
  const counted: Record<string, number> = {}
  let end: BackupEnd | undefined
  while (!end) {
    const next = await reader.next()
    if (!('table' in next)) end = next
    else {
      if (!tables.some(({ name }) => name === next.table)) throw unexpected(next.table)
      const target = client.query(copyFrom(`copy "${next.table}" (${columnList(next.columns)}) from stdin`))
      await pipeline(Readable.from(reader.rows(), { objectMode: false }), target)
      counted[next.table] = target.rowCount
    }
  }
  for (const { name } of tables) await client.query(`alter table "${name}" enable trigger user`)
  for (const [table, rows] of Object.entries(end.rows)) if (counted[table] !== rows) throw unexpected(table)
  await setSequences(client, end)
  return Object.values(counted).reduce((sum, count) => sum + count, 0)
}

const unexpected = (table: string) =>
  new OperatorError(`The backup's table ${table} is not what it should be. Nothing was restored.`)

async function setSequences(client: pg.Client, { sequences }: BackupEnd): Promise<void> {
  for (const [name, value] of Object.entries(sequences))
    await client.query('select setval($1::regclass, $2)', [`public.${name}`, value])
  await skipNumbers(client)
}

async function daysAhead(tx: Tx): Promise<number> {
  const house = await tx.selectFrom('house').select('daysAhead').executeTakeFirstOrThrow()
  return house.daysAhead
}
