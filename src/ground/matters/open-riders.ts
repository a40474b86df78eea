import type { RawBuilder } from 'kysely'
import { rowsToInsert } from '#core/db/insert-rows.ts'
import { orderedId, unorderedId } from '#core/ids/ids.ts'
import { startOfHour } from './open-matter.ts'

/** A matter that rides in the custody of another: an answer in its call. It has no clock of its own. */
export interface NewRider {
  slice: string
  kind: string
  parentId: string
  number: number
  language: string
  unitId: string
  route: string
  visibility: 'public' | 'held'
  at: Date
  /** An id that does not tell its order, and a time to the hour. */
  isAnonymous: boolean
  /** Of its follow-up key; null where an account is the handle. */
  keyHash: Uint8Array | null
}

export interface OpenedRider {
  id: string
  number: number
  openedAt: Date
}

/** Riders made, with what is to be written of them in one statement with whatever else their slice writes. */
export function ridersToOpen(riders: readonly NewRider[]): {
  opened: OpenedRider[]
  inserts: (RawBuilder<unknown> | null)[]
} {
  const rows = riders.map(({ isAnonymous, keyHash, at, ...rider }) => ({
    id: isAnonymous ? unorderedId() : orderedId(at),
    ...rider,
    openedAt: isAnonymous ? startOfHour(at) : at,
  }))
  const keys = rows.flatMap(({ id }, place) => {
    const keyHash = riders[place]?.keyHash
    return keyHash ? [{ matterId: id, keyHash: Buffer.from(keyHash) }] : []
  })
  return {
    opened: rows.map(({ id, number, openedAt }) => ({ id, number, openedAt })),
    inserts: [rowsToInsert('matters', rows), rowsToInsert('followUpKeys', keys)],
  }
}
