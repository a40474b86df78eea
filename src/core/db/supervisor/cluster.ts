import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { OperatorError } from '../../operator-error.ts'
import { idsOf } from './account.ts'
import { databaseError } from './explain.ts'
import type { Place } from './place.ts'
import { serverProcessesIn, tell } from './processes.ts'
import { quietEnvironment } from './quiet-environment.ts'
import type { Tuning } from './tuning.ts'

export const ROLE = 'folkmoot'
export const DATABASE = 'folkmoot'

/** An empty cluster takes 41 MB and its first log segments as much again. */
const LEAST_FREE_BYTES = 150_000_000

export interface ClusterNeed extends Place {
  binaries: string
  tuning: Tuning
  log(sentence: string): void
}

/**
 * Answers the cluster's folder, making it the first time. It is made under another name and renamed when it is whole, so
 * that a start killed at any instant leaves either nothing or everything.
 */
export async function readyCluster(need: ClusterNeed): Promise<string> {
  const cluster = join(need.folder, 'cluster')
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) return cluster
  await refuseFullDisk(need.folder)
  need.log('The database is prepared; this happens once and takes a second or two.')
  await removeDrafts(need.folder)
  const draft = join(need.folder, `draft-${randomBytes(6).toString('hex')}`)
  await makeCluster(draft, need)
  await rename(draft, cluster)
  await synchronise(need.folder)
  return cluster
}

/** The role's password, made before the first cluster and kept beside it. */
export async function passwordOf({ folder }: Place): Promise<string> {
  return (await readFile(passwordFile(folder), 'utf8')).trim()
}

async function makeCluster(draft: string, need: ClusterNeed): Promise<void> {
  await writePassword(need)
  const sync = need.tuning === 'test' ? ['--no-sync'] : []
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const login = [`--username=${ROLE}`, '--auth=scram-sha-256', `--pwfile=${passwordFile(need.folder)}`]
  await run(need, ['initdb', '-D', draft, ...locale, ...login, '--data-checksums', ...sync])
  const single = ['--single', '-D', draft, ...(need.tuning === 'test' ? ['-F'] : []), 'postgres']
  await run(need, ['postgres', ...single], `create database ${DATABASE}\n`)
}

function passwordFile(folder: string): string {
  return join(folder, 'password')
}

async function writePassword({ folder, account }: ClusterNeed): Promise<void> {
  const file = await open(passwordFile(folder), 'w', 0o600)
  await file.writeFile(`${randomBytes(24).toString('hex')}\n`)
  await file.sync()
  await file.close()
  if (account) await chown(passwordFile(folder), account.uid, account.gid)
}

/** Runs a program of PostgreSQL's own with its words. */
async function run(need: ClusterNeed, [program = '', ...args]: string[], input = ''): Promise<void> {
  const child = spawn(join(need.binaries, 'bin', program), args, {
    cwd: need.folder,
    env: quietEnvironment(),
    ...idsOf(need.account),
  })
  const ended = codeOf(child)
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const words = (await Promise.all([text(child.stdout), text(child.stderr)])).join('\n')
  if ((await ended) !== 0) throw databaseError(need.folder, words)
}

function codeOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

async function refuseFullDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= LEAST_FREE_BYTES) return
  const needed = Math.round(LEAST_FREE_BYTES / 1e6)
  throw new OperatorError(
    `The disk is full: ${folder} has ${Math.floor(free / 1e6)} MB left and a new database needs ${needed} MB. Free some space and start again.`,
  )
}

/** What a start killed half-way left; its programs may still be writing there. */
async function removeDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => name.startsWith('draft-'))
  for (const draft of drafts.map((name) => join(folder, name))) {
    for (const id of await serverProcessesIn(draft)) tell(id, 'SIGKILL')
    await rm(draft, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

async function synchronise(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
