import { readFile } from 'node:fs/promises'

const SPARE = 500

/**
 * How many of these followers a process here may hold: each is an open file on either side, and the system sets a limit
 * (`ulimit -n`). Where the limit cannot be read, all.
 */
export async function followersWithin(wish: number): Promise<number> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '')
  const most = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? wish + SPARE)
  return Math.max(1, Math.min(wish, most - SPARE))
}
