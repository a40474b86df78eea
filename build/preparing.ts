import { setTimeout as pause } from 'node:timers/promises'
import { isTaken, lockFolder } from '../src/core/folder-lock.ts'

/** Two starts at once on one clone: one prepares, the other waits and finds it done. */
export async function whilePreparing(root: string, prepare: () => Promise<void>): Promise<void> {
  // The abstract sockets that hold a folder are Linux's; elsewhere two starts at once are left to luck.
  if (process.platform !== 'linux') return await prepare()
  let isTold = false
  let lock = await lockFolder(root)
  while (isTaken(lock)) {
    if (!isTold)
      process.stderr.write(
        `Another Folkmoot (process ${lock.holder}) is preparing this clone: waiting for it.\n`,
      )
    isTold = true
    await pause(200)
    lock = await lockFolder(root)
  }
  try {
    await prepare()
  } finally {
    await lock.release()
  }
}
