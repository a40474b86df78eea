import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { codeOf } from './transaction.ts'

/** Any number that no other program on the database uses as an advisory lock: "folkmoot" folded. */
const MIGRATION_LOCK = 7_030_251_998

const FILE = /^([a-z-]+)\.(\d{3})-[a-z0-9-]+\.sql$/

/**
 * Brings the database to the newest schema: each file of `folder` once, in the order of its number, each in a transaction
 * of its own, but for indexes made beside the work (`create index concurrently`), which PostgreSQL makes outside of one.
 * Safe when two processes start at once (the second waits) and when the power goes half-way.
 * Answers the names of the files it ran. Needs a role that may create tables and, once, the role `folkmoot_app`.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    while (!(await isOurTurn(client))) await pause(GIVE_WAY_MS)
    await client.query(ROLE_AND_LEDGER)
    const done = await client.query<{ name: string }>('select name from migrations')
    const known = new Set(done.rows.map((row) => row.name))
    const fresh = (await migrationsIn(folder)).filter((name) => !known.has(name))
    for (const name of fresh)
      await run(client, { name, sql: await readFile(path.join(folder, name), 'utf8') })
    // Even when nothing was fresh: a kill between a migration and this would leave a table that the application may not read.
    await client.query(GRANTS)
    return fresh
  } finally {
    await client.end()
  }
}

/**
 * The same inside a transaction of the caller's, and only the files named where `only` is given: a restore makes the schema
 * that a backup was made from, fills it, and then brings it up to date, all or nothing of it.
 */
export async function migrateWithin(
  client: pg.ClientBase,
  folder: string,
  only?: ReadonlySet<string>,
): Promise<void> {
  await client.query(ROLE_AND_LEDGER)
  const done = await client.query<{ name: string }>('select name from migrations')
  const known = new Set(done.rows.map((row) => row.name))
  const wanted = (await migrationsIn(folder)).filter((name) => !known.has(name) && (only?.has(name) ?? true))
  for (const name of wanted) {
    const sql = await readFile(path.join(folder, name), 'utf8')
    await client.query(sql.replace(CONCURRENTLY, 'index'))
    await client.query('insert into migrations (name) values ($1)', [name])
  }
  if (!only) await client.query(GRANTS)
}

/** The files of a folder in the one global order; a file whose name does not say owner and number is refused. */
export async function migrationsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  const numbered = names.map((name) => {
    const parts = FILE.exec(name)
    if (!parts?.[2]) throw new Error(`The migration ${name} must be named owner.NNN-what.sql`)
    return { name, number: Number(parts[2]) }
  })
  return numbered.sort((a, b) => a.number - b.number).map((file) => file.name)
}

/** Asked again and again: whoever stood waiting inside a question would hold up an index that is made beside the work. */
async function isOurTurn(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is_ours: boolean }>('select pg_try_advisory_lock($1) as is_ours', [
    MIGRATION_LOCK,
  ])
  return rows[0]?.is_ours ?? false
}

const CONCURRENTLY = /\bindex concurrently\b/g

const LOCK_NOT_AVAILABLE = '55P03'
const DEADLOCK = '40P01'
/**
 * While a migration waits for a table, everybody else waits behind it; so it waits a moment, gives way, and asks again, with
 * more patience each few times, since on a slow machine a moment is longer.
 */
const lockWaitMs = (tries: number) => Math.min(300 * 2 ** Math.floor(tries / 4), 5_000)
const GIVE_WAY_MS = 200
const MOST_TRIES = 100

async function run(client: pg.Client, migration: { name: string; sql: string }): Promise<void> {
  if (migration.sql.search(CONCURRENTLY) !== -1) return runBesideTheWork(client, migration)
  for (let tries = 1; ; tries += 1) {
    try {
      return await runOnce(client, { ...migration, waitMs: lockWaitMs(tries) })
    } catch (error) {
      const isHeldUp = [LOCK_NOT_AVAILABLE, DEADLOCK].includes(codeOf(error) ?? '')
      if (!isHeldUp || tries === MOST_TRIES)
        throw new Error(`The migration ${migration.name} failed; nothing of it was kept.`, { cause: error })
      await pause(GIVE_WAY_MS)
    }
  }
}

/** Statement by statement. What a power cut leaves of an index is no use: such a file drops it first, and is run again whole. */
async function runBesideTheWork(
  client: pg.Client,
  { name, sql }: { name: string; sql: string },
): Promise<void> {
  for (const statement of sql.split(/;\s*\n/)) if (statement.trim()) await client.query(statement)
  await client.query('insert into migrations (name) values ($1)', [name])
}

async function runOnce(
  client: pg.Client,
  { name, sql, waitMs }: { name: string; sql: string; waitMs: number },
): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = ${waitMs}`)
    await client.query(sql)
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

// The role is shared by all databases of a server, so a test database and a real one may both ask for it.
const ROLE_AND_LEDGER = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'folkmoot_app') then create role folkmoot_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'folkmoot_app', 'member') then execute format('grant folkmoot_app to %I', current_user); end if;
end $$;
create table if not exists migrations (name text primary key, done_at timestamptz not null default now());`

// What is append-only for everybody is so by trigger too; the role is the second lock on the same door.
const GRANTS = `
grant usage on schema public to folkmoot_app;
grant select, insert, update, delete on all tables in schema public to folkmoot_app;
grant usage, select on all sequences in schema public to folkmoot_app;
revoke update, delete, truncate on entries, record_leaves, checkpoints from folkmoot_app;
revoke delete, truncate on custody, matters, works from folkmoot_app;
revoke insert, update, delete, truncate on migrations from folkmoot_app;`
