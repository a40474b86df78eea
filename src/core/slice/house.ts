import type { Db } from '../db/connect.ts'
import type { Translators } from '../i18n/load-catalogues.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'

/** Whose house this is: one organisation an instance. */
export interface House {
  name: string
  /** `#1d6b4c` */
  accent: string
  languages: readonly string[]
  isDemo: boolean
  /** Where the world reaches us, without a slash at the end. */
  baseUrl: string
  /** For keyed hashes; 32 bytes. */
  secret: Buffer
}

/** What a job leans on. */
export interface JobHouse {
  db: Db
  clock: Clock
  house: House
  log: Log
  translators: Translators
}
