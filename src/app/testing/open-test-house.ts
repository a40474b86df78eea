import { inject } from 'vitest'
import { cloneDatabase } from './database-server.ts'
import { openWorld, type WorldOptions } from './open-world.ts'

export { BASE_URL } from './open-world.ts'

/**
 * The house of `open-world.ts` on a database of its own. Close it when the file is done:
 * `afterAll(() => house.close())`.
 */
export async function openTestHouse(options: WorldOptions = {}) {
  const copy = await cloneDatabase(inject('databaseTemplate'))
  const house = await openWorld(copy.url, options)
  return {
    ...house,
    close: async () => {
      await house.close()
      await copy.drop()
    },
  }
}

export type TestHouse = Awaited<ReturnType<typeof openTestHouse>>
