import { stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'

export interface FolderLock {
  release(): Promise<void>
}

/** Somebody else holds the folder; `holder` is that process's number, or "unknown". */
export interface Taken {
  holder: string
}

/** The kernel's limit for the name of a socket. Filling it makes every Node version write the same name. */
const NAME_LENGTH = 107

/**
 * Holds a folder for this process by a socket in Linux's abstract namespace, named after the folder's device and inode.
 * The kernel gives the name to one process only and frees it when that process ends, however it ends: no file stays
 * behind that a later start would have to disbelieve.
 */
export async function lockFolder(folder: string): Promise<FolderLock | Taken> {
  const { dev, ino } = await stat(folder)
  const name = `\0${`folkmoot-${dev}-${ino}-`.padEnd(NAME_LENGTH, '.')}`
  const server = createServer((line) => {
    // Whoever asked may be gone before the answer.
    line.on('error', () => line.destroy())
    line.end(String(process.pid))
  })
  server.unref()
  if (!(await isListening(server, name))) return { holder: await holderOf(name) }
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

export function isTaken(lock: FolderLock | Taken): lock is Taken {
  return 'holder' in lock
}

function isListening(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(true))
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    server.listen(name)
  })
}

function holderOf(name: string): Promise<string> {
  return new Promise((resolve) => {
    const line = connect(name)
    line.once('data', (text) => resolve(String(text)))
    line.once('error', () => resolve('unknown'))
    line.setTimeout(1_000, () => {
      line.destroy()
      resolve('unknown')
    })
  })
}
