import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { DATABASE, passwordOf, ROLE } from './cluster.ts'
import { placeFor } from './place.ts'

/**
 * The address of the embedded database that another Folkmoot process runs on this data folder, for a verb that works beside
 * it; null when none answers. PostgreSQL says in `postmaster.pid` where it listens: line 4 the port, 5 the socket's
 * folder, 6 the address.
 */
export async function joinDatabase(dataFolder: string): Promise<string | null> {
  const place = await placeFor(dataFolder, () => {})
  const [said, password] = await Promise.all([
    readFile(path.join(place.folder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => ''),
    passwordOf(place).catch(() => ''),
  ])
  const [, , , port = '', socketFolder = '', address = ''] = said.split('\n').map((line) => line.trim())
  if (!port || !password) return null
  const at = socketFolder
    ? `localhost/${DATABASE}?host=${encodeURIComponent(socketFolder)}`
    : `${address}:${port}/${DATABASE}`
  const url = `postgres://${ROLE}:${password}@${at}`
  return (await answers(url)) ? url : null
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  const isThere = await client.connect().then(
    () => true,
    () => false,
  )
  await client.end().catch(() => {})
  return isThere
}
