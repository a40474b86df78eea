import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, mayEnter, serverAccount } from './account.ts'
import { databaseError } from './explain.ts'

/** Where the database lives and as whom it runs. */
export interface Place {
  /** Holds the cluster, the socket, the password and the server's log; only the account may enter it. */
  folder: string
  account: Account | undefined
}

/** Where root puts what the database's account could not reach inside somebody's closed folder. */
export const SHARED_FOLDER = '/var/lib/folkmoot'

const POINTER = 'database-is-in'

/**
 * Finds or makes the database's folder: `database` in the data folder, or, where root's clone stands below a folder that
 * the database's account may not enter, a folder of its own in /var/lib/folkmoot, named in `database-is-in`.
 */
export async function placeFor(dataFolder: string, log: (sentence: string) => void): Promise<Place> {
  try {
    await mkdir(dataFolder, { recursive: true })
    const inside = join(dataFolder, 'database')
    const pointed = await readFile(join(dataFolder, POINTER), 'utf8').catch(() => undefined)
    const account = await serverAccount([pointed?.trim() ?? inside, dataFolder])
    if (pointed) return await ownFolder(pointed.trim(), account)
    if (await mayEnter(account, dataFolder)) return await ownFolder(inside, account)
    const outside = join(SHARED_FOLDER, `database-${randomBytes(6).toString('hex')}`)
    await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 })
    await writeFile(join(dataFolder, POINTER), `${outside}\n`)
    log(`The user "${account?.name}" may not enter ${dataFolder}: the database is in ${outside}.`)
    return await ownFolder(outside, account)
  } catch (error) {
    throw isErrno(error) ? databaseError(dataFolder, error.message) : error
  }
}

/** Removes a data folder and the database it points to. Nothing brings them back. */
export async function removePlace(dataFolder: string): Promise<void> {
  const pointed = await readFile(join(dataFolder, POINTER), 'utf8').catch(() => undefined)
  for (const folder of pointed ? [pointed.trim(), dataFolder] : [dataFolder])
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
}

/** 0700: the socket and the password stand in it. */
async function ownFolder(path: string, account: Account | undefined): Promise<Place> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  await chmod(path, 0o700)
  if (account) await chown(path, account.uid, account.gid)
  return { folder: await realpath(path), account }
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
