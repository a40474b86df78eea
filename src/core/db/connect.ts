import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from '#db/tables.ts'
import { keepStatements } from './kept-statements.ts'

/** The tables as the application sees them: camelCase columns, dates as text, whole numbers as numbers. */
export type Tables = DB
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

const INT8 = 20
const DATE = 1082

export interface ConnectOptions {
  url: string
  /** Connections this process may hold. */
  most?: number
}

export interface Database {
  db: Db
  pool: pg.Pool
  close(): Promise<void>
}

export function connect({ url, most = 10 }: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    types: parsers,
    application_name: 'folkmoot',
    // The application's role may not update or delete what is append-only (granted in the migrations).
    options: '-c role=folkmoot_app -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s',
  })
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // The same for one in use between two queries; the query itself, or the next, says what happened.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    keepStatements(client)
  })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
  return { db, pool, close: () => db.destroy() }
}

/** One connection as the database's owner, with Kysely over it: for work that is one transaction from end to end. */
export async function connectAsOwner(
  url: string,
): Promise<{ db: Db; client: pg.Client; close(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url, types: parsers, application_name: 'folkmoot owner' })
  // An error without a listener would end the process; the query it broke says the same.
  client.on('error', () => {})
  await client.connect()
  const one = Object.assign(client, { release: () => {} })
  const pool = { options: {}, connect: async () => one, end: async () => {} }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
  return { db, client, close: () => client.end() }
}

const parsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format ?? 'text')
  },
}
