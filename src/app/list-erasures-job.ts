import { mkdir } from 'node:fs/promises'
import type { Job } from '#core/slice/define-slice.ts'
import { ErasureList } from './backup/erasure-list.ts'

/** Keeps the list of erasures in the data folder, for the day of a restore. */
export function listErasuresJob(dataFolder: string): Job {
  const list = new ErasureList(dataFolder)
  return {
    name: 'list-erasures',
    everySeconds: 5,
    async run({ db }) {
      // With a database of one's own the data folder may not have been needed until now.
      await mkdir(dataFolder, { recursive: true })
      await list.bringUpToDate(db)
    },
  }
}
