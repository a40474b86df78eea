import { inject } from 'vitest'
import { connect } from '#core/db/connect.ts'
import { settleDemo } from '../demo/settle-demo.ts'
import { cloneDatabase } from './database-server.ts'

/** The demonstration movement, or some of its themes, on a database of its own. Close it when the file is done. */
export async function openDemoDatabase(demo: Parameters<typeof settleDemo>[1]) {
  const copy = await cloneDatabase(inject('databaseTemplate'))
  const database = connect({ url: copy.url })
  await settleDemo(database.db, demo)
  return {
    ...database,
    url: copy.url,
    close: async () => {
      await database.close()
      await copy.drop()
    },
  }
}
