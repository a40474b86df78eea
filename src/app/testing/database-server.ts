import pg from 'pg'
import { unorderedId } from '#core/ids/ids.ts'

const TEMPLATE = 'folkmoot_template'

/** A database of its own for one test file, cloned from the migrated template. */
export async function cloneDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `folkmoot_test_${unorderedId().replaceAll('-', '')}`
  await asOwner(serverUrl, `create database ${name} template ${TEMPLATE} strategy wal_log`)
  return {
    url: withDatabase(serverUrl, name),
    drop: () => asOwner(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

/** Makes the template anew; `fill` migrates it. */
export async function makeTemplate(
  serverUrl: string,
  fill: (url: string) => Promise<unknown>,
): Promise<void> {
  await asOwner(serverUrl, `drop database if exists ${TEMPLATE} with (force)`)
  await asOwner(serverUrl, `create database ${TEMPLATE}`)
  await fill(withDatabase(serverUrl, TEMPLATE))
}

async function asOwner(serverUrl: string, statement: string): Promise<void> {
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
