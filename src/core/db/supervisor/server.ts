import { spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { idsOf } from './account.ts'
import { databaseError } from './explain.ts'
import type { ClusterPlace } from './leftovers.ts'
import type { Place } from './place.ts'
import { quietEnvironment } from './quiet-environment.ts'

export interface Server {
  /** Number of PostgreSQL's leading process. */
  pid: number
  /** Settles when the server has ended, whatever ended it, with its last words. */
  ended: Promise<string>
  /** A fast shutdown: lines are closed, a checkpoint is written. */
  stop(): Promise<void>
}

export interface ServerNeed extends Place, ClusterPlace {
  binaries: string
  settings: Record<string, string>
  log(sentence: string): void
}

/**
 * Holds the server on our pipe: when we end, however we end, the pipe ends and the server is told to stop. Should this
 * wrapper be killed instead, the kernel tells the server (`setpriv`, where it is installed). The server must not see Ctrl-C:
 * it would close its lines before we have finished with them.
 */
const WRAPPER = `
exec 3<&0
if setpriv --pdeathsig INT true 2>/dev/null; then set -- setpriv --pdeathsig INT "$@"; fi
"$@" </dev/null 3<&- &
server=$!
{ while read -r _; do :; done; kill -INT "$server"; } <&3 2>/dev/null &
watch=$!
exec 3<&-
wait "$server"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
`

const LOG_LIMIT_BYTES = 5_000_000
const SLOW_START_MS = 5_000

/** Starts PostgreSQL and waits until it takes connections. Throws `OperatorError` in its own words if it does not. */
export async function startServer(need: ServerNeed): Promise<Server> {
  const logFile = join(need.folder, 'server.log')
  await turnLog(logFile)
  const log = await open(logFile, 'a', 0o600)
  const logStart = (await log.stat()).size
  const args = Object.entries(need.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const program = join(need.binaries, 'bin', 'postgres')
  const child = spawn('/bin/sh', ['-c', WRAPPER, 'sh', program, '-D', need.cluster, ...args], {
    cwd: need.folder,
    env: quietEnvironment(),
    detached: true,
    stdio: ['pipe', log.fd, log.fd],
    ...idsOf(need.account),
  })
  child.stdin?.on('error', () => {})
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve(tailOf(logFile, logStart)))
  })
  const pid = await readyPid(need, ended).finally(() => log.close())
  const stop = async () => {
    child.stdin?.end()
    await ended
  }
  return { pid, ended, stop }
}

/** PostgreSQL writes its state to the eighth line of its lock file; `pg_ctl` waits for the same word. */
async function readyPid(need: ServerNeed, ended: Promise<string>): Promise<number> {
  const startedAt = performance.now()
  let isSlow = false
  let lastWords: string | undefined
  void ended.then((words) => {
    lastWords = words
  })
  for (;;) {
    const lines = await readFile(join(need.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
    const [pid, , , , , , , state] = lines.split('\n')
    if (state?.trim() === 'ready') return Number(pid)
    if (lastWords !== undefined) throw databaseError(need.folder, lastWords)
    if (!isSlow && performance.now() - startedAt > SLOW_START_MS) {
      isSlow = true
      need.log('The database puts itself in order after a hard stop; this can take a minute.')
    }
    await pause(10)
  }
}

/** Keeps one older log, so that neither grows for ever. */
async function turnLog(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`)
}

async function tailOf(logFile: string, from: number): Promise<string> {
  const words = await readFile(logFile).catch(() => Buffer.alloc(0))
  return words.subarray(from).toString('utf8')
}
