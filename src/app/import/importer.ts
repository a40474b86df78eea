import type { Terminal } from '#core/cli/command.ts'
import type { Db } from '#core/db/connect.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { House } from '#core/slice/house.ts'
import type { Clock } from '#core/time/clock.ts'

export interface ImportHouse {
  db: Db
  house: House
  clock: Clock
  t: Translate
  terminal: Terminal
}

/** One sort of import: reads its words, does it, answers the exit code. */
export type Importer = (args: readonly string[], house: ImportHouse) => Promise<number>
