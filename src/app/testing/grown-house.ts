import { inject } from 'vitest'
import { connect } from '#core/db/connect.ts'
import { noteLate } from '../../propose/submissions/note-late.ts'
import { growDemo } from '../demo/grow-demo.ts'
import { settleDemo } from '../demo/settle-demo.ts'
import { cloneDatabase } from './database-server.ts'
import { readPlans } from './whole-reads.ts'

interface Grown {
  now: Date
  size: number
  /** Tables that no question may read whole. */
  big: readonly string[]
}

/** A database of some years of life, with a reader of its plans. Close it when the file is done. */
export async function openGrownHouse({ now, size, big }: Grown) {
  const copy = await cloneDatabase(inject('databaseTemplate'))
  const database = connect({ url: copy.url, most: 4 })
  // The bodies of a country without their year: a body must have few of all matters, as in life.
  await settleDemo(database.db, { baseUrl: 'http://127.0.0.1:3000', now, themes: [] })
  await growDemo(database, { size, now })
  await noteLate(database.db, now)
  const plans = await readPlans({ url: copy.url, pool: database.pool }, big)
  return {
    database,
    plans,
    close: async () => {
      await plans.close()
      await database.close()
      await copy.drop()
    },
  }
}

export type GrownHouse = Awaited<ReturnType<typeof openGrownHouse>>
