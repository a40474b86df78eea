import { readdir, readFile } from 'node:fs/promises'

/** Milliseconds of processor that the parts of a house have used since they began. */
export interface Processor {
  web: number
  worker: number
  database: number
}

/** Linux counts in hundredths of a second, whatever its clock does. */
const TICK_MS = 10

/** What two readings lie apart, for one of so many: a busy machine makes everything slower, and this hardly dearer. */
export function eachOf(before: Processor, after: Processor, many: number): Processor {
  const each = (part: keyof Processor) => (after[part] - before[part]) / Math.max(1, many)
  return { web: each('web'), worker: each('worker'), database: each('database') }
}

export async function processorOf(pids: Record<keyof Processor, number>): Promise<Processor> {
  return {
    web: await usedBy(pids.web),
    worker: await usedBy(pids.worker),
    database: await usedBy(pids.database, await childrenOf(pids.database)),
  }
}

/** Its own, that of children it has seen end, and of those still there. */
async function usedBy(pid: number, children: readonly number[] = []): Promise<number> {
  const own = await statOf(pid)
  const theirs = await Promise.all(children.map(statOf))
  const ended = own ? own.endedChildren : 0
  return [own, ...theirs].reduce((sum, stat) => sum + (stat?.used ?? 0), ended)
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, stat: await statOf(pid) })))
  return stats.filter(({ stat }) => stat?.parent === parent).map(({ pid }) => pid)
}

export async function parentOf(pid: number): Promise<number> {
  return (await statOf(pid))?.parent ?? 0
}

/** `/proc/PID/stat` (proc(5)): after the name in brackets come state, parent, and at 12 to 15 the times. */
async function statOf(pid: number) {
  const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null)
  if (text === null) return null
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
  return {
    parent: fields[1] ?? 0,
    used: (user + system) * TICK_MS,
    endedChildren: (endedUser + endedSystem) * TICK_MS,
  }
}
