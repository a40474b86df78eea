import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { projectRoot } from '#core/config/project-root.ts'

/** The migrations of the first landed version; what came after is applied to its rows. */
export const FIRST_VERSION = [
  'units.001-the-tree.sql',
  'people.002-people-and-sign-in.sql',
  'bodies.003-bodies-and-grants.sql',
  'record.004-entries-and-the-log.sql',
  'matters.005-matters-custody-links.sql',
  'submissions.006-submissions.sql',
  'house.007-the-house.sql',
  'post.008-letters-out.sql',
  'matters.020-decisions-and-stays.sql',
  'submissions.021-addressees.sql',
  'submissions.022-letters-told.sql',
  'matters.023-stays-in-one-pass.sql',
  'people.025-sign-in-requests.sql',
  'attachments.040-attachments.sql',
  'moderation.041-moderation.sql',
  'following.042-followings.sql',
]
/** As a restore does: rows in the order of the dump, with foreign keys and triggers at rest. */
export async function loadFirstVersion(to: string): Promise<void> {
  const sql = gunzipSync(
    await readFile(path.join(projectRoot, 'db', 'upgrade', 'first-version.sql.gz')),
  ).toString()
  const client = new pg.Client({ connectionString: to })
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query(sql)
  await client.end()
}

export async function countRows(of: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: of })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows.filter((table) => table.name !== 'migrations')) {
    const { rows } = await client.query<{ many: number }>(`select count(*)::int as many from ${name}`)
    counts[name] = rows[0]?.many ?? 0
  }
  await client.end()
  return counts
}
