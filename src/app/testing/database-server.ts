import pg from 'pg'
import { unorderedId } from '#core/ids/ids.ts'

/** The migrated database that test databases are cloned from: of this run alone, so that two runs may share a server. */
export interface Template {
  server: string
  name: string
}

/** A database of its own for one test file, cloned from the migrated template. */
export async function cloneDatabase({
  server,
  name: template,
}: Template): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `folkmoot_test_${unorderedId().replaceAll('-', '')}`
  await asOwner(server, `create database ${name} template ${template} strategy wal_log`)
  return {
    url: withDatabase(server, name),
    drop: () => asOwner(server, `drop database if exists ${name} with (force)`),
  }
}

/** Makes a template; `fill` migrates it. */
export async function makeTemplate(
  server: string,
  fill: (url: string) => Promise<unknown>,
): Promise<Template> {
  const name = `folkmoot_template_${unorderedId().replaceAll('-', '')}`
  await asOwner(server, `create database ${name}`)
  await fill(withDatabase(server, name))
  return { server, name }
}

export async function dropTemplate({ server, name }: Template): Promise<void> {
  await asOwner(server, `drop database if exists ${name} with (force)`)
}

/** A statement, or several, by whoever owns the database; the house's own role may less. */
export async function asOwner(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
