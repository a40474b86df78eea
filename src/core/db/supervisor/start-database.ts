import { type FolderLock, isTaken, lockFolder } from '../../folder-lock.ts'
import { OperatorError } from '../../operator-error.ts'
import { addressIn } from './address.ts'
import { usableBinaries } from './binaries.ts'
import { DATABASE, passwordOf, ROLE, readyCluster } from './cluster.ts'
import { keepRunning } from './keep-running.ts'
import { placeFor, SHARED_FOLDER } from './place.ts'
import { settingsFor, type Tuning } from './tuning.ts'

export interface DatabaseNeed {
  /** The data folder; the database takes `database` in it. */
  folder: string
  /** Folder with PostgreSQL's `bin`, `lib` and `share`. Default: the embedded ones. */
  binaries?: string
  /** Default: live. */
  tuning?: Tuning
  /** Told in whole sentences what takes long or goes wrong. */
  log?(sentence: string): void
}

export interface RunningDatabase {
  /** Leads to the empty database `folkmoot`, as its owner. The same for as long as this runs. */
  url: string
  /** Number of the leading process; another one after the database had to be started anew. */
  readonly pid: number
  /** Closes all lines, writes everything down and frees the folder. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL on a data folder, making both the first time, and starts it anew if it is killed. Whatever
 * earlier starts left behind is cleared first. Throws `OperatorError` with a sentence when the folder is in use, the disk is
 * full, or the database cannot run.
 */
export async function startDatabase(need: DatabaseNeed): Promise<RunningDatabase> {
  const log = need.log ?? (() => {})
  const tuning = need.tuning ?? 'live'
  const place = await placeFor(need.folder, log)
  const lock = await hold(place.folder)
  try {
    const copiesFolder = place.account ? SHARED_FOLDER : place.folder
    const binaries = need.binaries ?? (await usableBinaries({ account: place.account, copiesFolder, log }))
    const cluster = await readyCluster({ ...place, binaries, tuning, log })
    const address = await addressIn(place.folder)
    const settings = { ...settingsFor(tuning), ...address.settings }
    const serverNeed = { ...place, cluster, socketFolder: place.folder, binaries, settings, log }
    const keeper = await keepRunning(serverNeed)
    const login = `${ROLE}:${await passwordOf(place)}`
    return {
      url: `postgres://${login}@${address.inUrl(DATABASE)}`,
      get pid() {
        return keeper.server().pid
      },
      stop: async () => {
        await keeper.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function hold(folder: string): Promise<FolderLock> {
  const lock = await lockFolder(folder)
  if (!isTaken(lock)) return lock
  throw new OperatorError(
    `The data folder ${folder} is in use by another Folkmoot (process ${lock.holder}). Stop that one, or set FOLKMOOT_DATA to another folder.`,
  )
}
