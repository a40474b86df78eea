import { readdir, readlink } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Live PostgreSQL processes that work in a cluster folder. PostgreSQL makes that folder its working folder, so the kernel
 * answers without trusting a lock file; a zombie has no working folder any more and is not counted, where
 * `kill(pid, 0)` would call it alive.
 */
export async function serverProcessesIn(cluster: string): Promise<number[]> {
  const entries = await readdir('/proc').catch(() => [])
  const ids = entries.filter((entry) => /^\d+$/.test(entry)).map(Number)
  const found = await Promise.all(ids.map(async (id) => ((await isServerIn(id, cluster)) ? id : undefined)))
  return found.filter((id) => id !== undefined)
}

async function isServerIn(id: number, cluster: string): Promise<boolean> {
  try {
    if ((await readlink(`/proc/${id}/cwd`)) !== cluster) return false
    // After a new installation the running program's file is gone: the kernel then adds " (deleted)".
    return /\/postgres( \(deleted\))?$/.test(await readlink(`/proc/${id}/exe`))
  } catch {
    // Gone meanwhile, a zombie, or another person's process: none of them holds our folder.
    return false
  }
}

/** Waits until no server process works in the folder. False when some still do after `patienceMs`. */
export async function isFolderLeft(cluster: string, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs
  while ((await serverProcessesIn(cluster)).length > 0) {
    if (performance.now() > until) return false
    await pause(20)
  }
  return true
}

/** Sends a signal; a process that is gone already is as good as told. */
export function tell(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
