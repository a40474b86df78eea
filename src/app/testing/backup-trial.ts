import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { vi } from 'vitest'
import type { Command } from '#core/cli/command.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { command as backupCommand } from '../commands/backup.ts'
import { command as restoreCommand } from '../commands/restore.ts'
import type { TestHouse } from './open-test-house.ts'

/** A folder, and databases as empty as one likes, for backing up a test's house and restoring it; close it when the test is done. */
export function openBackupTrial(house: TestHouse) {
  const folder = mkdtempSync(path.join(tmpdir(), 'backup-'))
  const said: string[] = []
  const databases: string[] = []
  const terminal = {
    out: (text: string) => void said.push(text),
    err: (text: string) => void said.push(text),
    isWatched: false,
  }
  vi.stubEnv('BASE_URL', 'https://moot.example')
  const file = path.join(folder, 'folkmoot.backup')
  const keyFile = path.join(folder, 'key')
  /** Runs a verb with its own database and data folder. */
  const run = async (
    command: Command,
    { url, data = folder, args }: { url: string; data?: string; args: readonly string[] },
  ) => {
    vi.stubEnv('DATABASE_URL', url)
    vi.stubEnv('FOLKMOOT_DATA', data)
    return command.run(args, terminal)
  }
  return {
    folder,
    file,
    keyFile,
    /** All that the verbs said. */
    said: () => said.join('\n'),
    run,
    backUp: (...more: string[]) => run(backupCommand, { url: house.url, args: [file, ...more] }),
    restore: (url: string, ...more: string[]) => run(restoreCommand, { url, args: [file, ...more] }),
    emptyDatabase: async () => {
      const url = new URL(house.url)
      url.pathname = `/folkmoot_restore_${unorderedId().replaceAll('-', '')}`
      await onServer(house, `create database ${url.pathname.slice(1)}`)
      databases.push(url.pathname.slice(1))
      return url.href
    },
    close: async () => {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true, force: true })
      for (const name of databases) await onServer(house, `drop database if exists ${name} with (force)`)
    },
  }
}

export type BackupTrial = ReturnType<typeof openBackupTrial>

async function onServer(house: TestHouse, statement: string): Promise<void> {
  const url = new URL(house.url)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Every row of every table as text, in no order that matters. */
export async function everything(
  url: string,
  leftOut: readonly string[] = [],
): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migrations', 'key_tries') order by 1",
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables.rows.filter(({ name }) => !leftOut.includes(name))) {
    const rows = await client.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t order by 1`,
    )
    all[name] = rows.rows.map(({ row }) => row)
  }
  await client.end()
  return all
}
