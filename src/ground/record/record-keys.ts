import type { Db } from '#core/db/connect.ts'
import { vkeyText } from '#methods/merkle/note-keys.ts'
import { epochOf } from './open-epoch.ts'

/** A key that signs or signed the record, and the entry that brought it in. */
export interface KnownKey {
  vkey: string
  fromAt: Date
  /** Place of the entry that brought it in; null for the first key. */
  leafIndex: number | null
  epoch: number
  /** The same key under the name of a new epoch, rather than a new key. */
  isEpoch: boolean
}

/** Every key whose time has come, the one that signs now first. */
export async function recordKeys(db: Db): Promise<KnownKey[]> {
  const rows = await db
    .selectFrom('recordKeys')
    .leftJoin('recordLeaves', 'recordLeaves.entryId', 'recordKeys.entryId')
    .leftJoin('entries', 'entries.id', 'recordKeys.entryId')
    .select(['name', 'publicKey', 'fromAt', 'leafIndex', 'entries.kind'])
    .where((eb) => eb.or([eb('recordKeys.entryId', 'is', null), eb('leafIndex', 'is not', null)]))
    .orderBy('leafIndex', (order) => order.desc().nullsLast())
    .execute()
  return rows.map(({ name, publicKey, fromAt, leafIndex, kind }) => ({
    vkey: vkeyText({ name, kind: 1, publicKey }),
    fromAt,
    leafIndex,
    epoch: epochOf(name),
    isEpoch: kind === 'record.epoch-opened',
  }))
}
