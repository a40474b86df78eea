import { readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { OperatorError } from '../../operator-error.ts'
import { isFolderLeft, serverProcessesIn, tell } from './processes.ts'

export interface ClusterPlace {
  /** Where PostgreSQL keeps its files. */
  cluster: string
  /** Where its socket stands. */
  socketFolder: string
}

/** The name PostgreSQL gives its socket; the number is only a name here, no port is taken. */
export const SOCKET_NAME = '.s.PGSQL.5432'

/** A fast shutdown writes a checkpoint first, which takes a slow disk its time. */
const CHECKPOINT_PATIENCE_MS = 30_000
const QUIT_PATIENCE_MS = 5_000
const ELSEWHERE_TRIES = 20
const ELSEWHERE_PAUSE_MS = 100

/**
 * Ends what a killed start left behind and removes the locks it wrote. Call it only while holding the folder's lock: then
 * whatever server still runs there has lost its owner. It is ended, not adopted, because only a server we started ourselves
 * hangs on our pipe and dies with us.
 */
export async function clearLeftovers({ cluster, socketFolder }: ClusterPlace): Promise<void> {
  const lock = join(cluster, 'postmaster.pid')
  const text = await readFile(lock, 'utf8').catch(() => undefined)
  const running = await serverProcessesIn(cluster)
  if (text === undefined && running.length === 0) return
  if (running.length > 0) await end(cluster, Number(text?.split('\n')[0]))
  else await refuseServerElsewhere(join(socketFolder, SOCKET_NAME))
  for (const file of [lock, join(socketFolder, SOCKET_NAME), join(socketFolder, `${SOCKET_NAME}.lock`)])
    await rm(file, { force: true })
}

async function end(cluster: string, leader: number): Promise<void> {
  const first = await serverProcessesIn(cluster)
  if (first.includes(leader)) {
    tell(leader, 'SIGINT')
    if (await isFolderLeft(cluster, CHECKPOINT_PATIENCE_MS)) return
  }
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const id of await serverProcessesIn(cluster)) tell(id, signal)
    if (await isFolderLeft(cluster, QUIT_PATIENCE_MS)) return
  }
  const ids = (await serverProcessesIn(cluster)).join(', ')
  throw new OperatorError(
    `A database left over in ${cluster} does not end. End process ${ids} and start again.`,
  )
}

/**
 * Another container may share the folder: its processes are not to be seen, but its socket answers. So does, for a moment,
 * that of a server that was killed, while the kernel takes it apart.
 */
async function refuseServerElsewhere(socket: string): Promise<void> {
  for (let tries = 0; await answers(socket); tries += 1) {
    if (tries === ELSEWHERE_TRIES)
      throw new OperatorError(
        `Another machine or container runs its database in this folder: ${socket}. Stop that one first.`,
      )
    await pause(ELSEWHERE_PAUSE_MS)
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = connect(socket)
    line.once('connect', () => resolve(true))
    line.once('error', () => resolve(false))
    line.once('close', () => resolve(false))
    line.once('connect', () => line.destroy())
  })
}
