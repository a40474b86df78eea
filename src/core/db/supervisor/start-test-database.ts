import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removePlace } from './place.ts'
import { type RunningDatabase, startDatabase } from './start-database.ts'

/**
 * A database for one run of the tests, in a folder of its own that goes away with it. It writes nothing down for certain,
 * which makes it quick; tests that kill it use `startDatabase`.
 */
export async function startTestDatabase(): Promise<RunningDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot-test-'))
  // As root the database runs as another user, who has to walk through.
  await chmod(folder, 0o711)
  const remove = () => removePlace(folder)
  try {
    const database = await startDatabase({ folder, tuning: 'test' })
    return {
      url: database.url,
      get pid() {
        return database.pid
      },
      stop: async () => {
        await database.stop()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
