import type { RawBuilder } from 'kysely'
import { rowsToInsert } from '#core/db/insert-rows.ts'

export interface Agreement {
  matterId: string
  noticeId: string
  version: number
  agreedAt: Date
}

/** Under which version each was given, to be written with it. */
export function agreementsToKeep(agreements: readonly Agreement[]): RawBuilder<unknown> | null {
  return rowsToInsert('noticeAgreements', agreements)
}
