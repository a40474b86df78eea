import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'

/** For the tests of this folder: a data folder of its own, removed by `remove`. Others may walk into it. */
export async function newDataFolder(name = 'data'): Promise<{ folder: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'folkmoot supervisor '))
  await chmod(parent, 0o755)
  return { folder: join(parent, name), remove: () => rm(parent, { recursive: true, force: true }) }
}

/** One statement over a line of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}

export interface HeldDatabase {
  node: ChildProcess
  url: string
  pid: number
}

const module = pathToFileURL(join(import.meta.dirname, 'start-database.ts')).href
const program = `
import { startDatabase } from ${JSON.stringify(module)}
const database = await startDatabase({ folder: process.argv[1], log: (sentence) => console.error(sentence) })
console.log(JSON.stringify({ url: database.url, pid: database.pid }))
process.stdin.resume()
`

export interface Holder {
  node?: string
  uid?: number
  gid?: number
}

/** Starts the database from another Node process, so that a test can kill that one. Its complaint is thrown. */
export async function holdDatabase(
  folder: string,
  { node = process.execPath, ...ids }: Holder = {},
): Promise<HeldDatabase> {
  const child = startHolder(folder, node, ids)
  let complaint = ''
  child.stderr?.on('data', (text) => {
    complaint += text
  })
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text) => resolve(String(text)))
    child.once('exit', () => reject(new Error(complaint)))
  })
  return { node: child, ...JSON.parse(line) }
}

export function startHolder(
  folder: string,
  node = process.execPath,
  ids: { uid?: number; gid?: number } = {},
) {
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program, folder]
  return spawn(node, args, { stdio: 'pipe', cwd: '/', ...ids })
}

/** Kills a process the hard way and waits until it is gone. */
export function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
