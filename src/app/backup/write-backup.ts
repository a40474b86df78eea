import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type BackupEnd, type BackupHeader, END_OF_ROWS, FORMAT } from './format.ts'
import { columnList, PLAIN_SESSION, type TableToCopy, tablesInOrder } from './tables.ts'
import { writeWhole } from './whole-file.ts'

export interface BackupNeed {
  url: string
  file: string
  /** Of this Folkmoot. */
  version: string
}

export interface BackupReport {
  header: BackupHeader
  rows: number
  tables: number
  bytes: number
  sha256: string
}

/**
 * Writes everything into one file: each table as it stood at one moment (a repeatable-read transaction), while others go on
 * writing; in a stream, so that memory stays flat however large it is. The record's secret key is left out.
 */
export async function writeBackup({ url, file, version }: BackupNeed): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: url, application_name: 'folkmoot backup' })
  await client.connect()
  try {
    await client.query(PLAIN_SESSION)
    await client.query('begin isolation level repeatable read, read only')
    const header = await headerOf(client, version)
    const backup = new Backup(client, header)
    await writeWhole(file, (draft) =>
      pipeline(
        Readable.from(backup.bytes(), { objectMode: false }),
        createGzip({ level: 4 }),
        createWriteStream(draft, { mode: 0o600, flush: true }),
      ),
    )
    const { size } = await stat(file)
    return { header, ...backup.counted(), bytes: size, sha256: backup.digest }
  } finally {
    await client.end()
  }
}

async function headerOf(client: pg.Client, version: string): Promise<BackupHeader> {
  const found = await client.query<{ made: string; organisation: string; migrations: string[] }>(`
    select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as made,
      (select name from house) as organisation,
      array(select name from migrations order by name) as migrations`)
  const record = await client.query<{ name: string; size: number; root: string }>(`
    select key.name, coalesce(newest.tree_size, 0)::int8::float8 as size, coalesce(encode(newest.root, 'hex'), '') as root
    from record_keys as key
    left join record_leaves as leaf on leaf.entry_id = key.entry_id
    left join lateral (select tree_size, root from checkpoints order by tree_size desc limit 1) as newest on true
    where key.entry_id is null or leaf.leaf_index is not null
    order by leaf.leaf_index desc nulls last
    limit 1`)
  const [house] = found.rows
  const [key] = record.rows
  if (!house || !key) throw new Error('There is no house in this database.')
  const { made, organisation, migrations } = house
  return { made_at: made, version, organisation, migrations, record: key }
}

/** The bytes of a backup before they are compressed, hashed as they go by. */
class Backup {
  readonly #client: pg.Client
  readonly #header: BackupHeader
  readonly #hash = createHash('sha256')
  readonly #rows: Record<string, number> = {}
  digest = ''

  constructor(client: pg.Client, header: BackupHeader) {
    this.#client = client
    this.#header = header
  }

  counted(): { rows: number; tables: number } {
    const counts = Object.values(this.#rows)
    return { rows: counts.reduce((sum, count) => sum + count, 0), tables: counts.length }
  }

  async *bytes(): AsyncGenerator<Buffer> {
    for await (const piece of this.#parts()) {
      this.#hash.update(piece)
      yield piece
    }
    this.digest = this.#hash.digest('hex')
    yield Buffer.from(`sha256 ${this.digest}\n`)
  }

  async *#parts(): AsyncGenerator<Buffer> {
    yield Buffer.from(`${FORMAT}\n${JSON.stringify(this.#header)}\n`)
    for (const table of await tablesInOrder(this.#client)) yield* this.#rowsOf(table)
    const sequences = await this.#client.query<{ name: string; value: string }>(
      `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null`,
    )
    const end: BackupEnd = {
      rows: this.#rows,
      sequences: Object.fromEntries(sequences.rows.map(({ name, value }) => [name, value])),
    }
    yield Buffer.from(`end ${JSON.stringify(end)}\n`)
  }

  async *#rowsOf({ name, columns }: TableToCopy): AsyncGenerator<Buffer> {
    yield Buffer.from(`copy ${JSON.stringify({ table: name, columns })}\n`)
    const stream = this.#client.query(copyTo(`copy (${selection({ name, columns })}) to stdout`))
    for await (const piece of stream) yield piece
    this.#rows[name] = stream.rowCount
    yield Buffer.from(END_OF_ROWS)
  }
}

/** Everything of a table, but never the record's secret key: a backup lies about in many places. */
function selection({ name, columns }: TableToCopy): string {
  if (name !== 'record_keys') return `select ${columnList(columns)} from "${name}"`
  const listed = columns.map((column) => (column === 'private_key' ? 'null::bytea' : `"${column}"`))
  return `select ${listed.join(', ')} from record_keys`
}
