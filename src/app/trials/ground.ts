import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { projectRoot } from '#core/config/project-root.ts'
import { connect } from '#core/db/connect.ts'
import { migrate } from '#core/db/migrate.ts'
import { removePlace } from '#core/db/supervisor/place.ts'
import { type RunningDatabase, startDatabase } from '#core/db/supervisor/start-database.ts'
import { startTestDatabase } from '#core/db/supervisor/start-test-database.ts'
import { settleDemo } from '../demo/settle-demo.ts'
import { openWorld, type WorldHouse } from '../testing/open-world.ts'

const migrations = path.join(projectRoot, 'db', 'migrations')

/** A folder of its own below the system's folder for such things, which the database's account may enter. */
export async function throwAwayFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'folkmoot-trial-'))
  await chmod(folder, 0o711)
  return folder
}

/** Runs `work` on a demonstration in a data folder of its own, with a database that writes everything down; then removes it. */
export async function onGround<T>(work: (database: RunningDatabase) => Promise<T>): Promise<T> {
  const folder = await throwAwayFolder()
  try {
    const database = await startDatabase({ folder })
    try {
      await settleIn(database.url)
      return await work(database)
    } finally {
      await database.stop()
    }
  } finally {
    await removePlace(folder)
  }
}

/** The newest schema and the demonstration, in an empty database. */
export async function settleIn(url: string): Promise<void> {
  await migrate(url, migrations)
  const { db, close } = connect({ url })
  try {
    await settleDemo(db, { baseUrl: 'http://127.0.0.1:3000', now: new Date(), themes: ['lately'] })
  } finally {
    await close()
  }
}

/** Runs `work` in the small world of the tests, in this process, on a database that is gone afterwards. */
export async function inWorld<T>(work: (house: WorldHouse) => Promise<T>): Promise<T> {
  const database = await startTestDatabase()
  try {
    await migrate(database.url, migrations)
    const house = await openWorld(database.url)
    try {
      return await work(house)
    } finally {
      await house.close()
    }
  } finally {
    await database.stop()
  }
}
