import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { noteErasures } from '#ground/record/note-erasures.ts'
import { declared, erasureKindOf } from './declared.ts'
import { rowsOf } from './rows-of.ts'
import type { Subject } from './subject.ts'

/**
 * Erases whatever leads to somebody, as the slices declared it, what leans on other rows first. Each row is noted, so
 * that a restored backup has it erased again.
 */
export async function eraseRows(tx: Tx, subject: Subject, now: Date): Promise<void> {
  for (const data of declared().toReversed()) {
    await strikeMentions(tx, data, subject)
    const where = rowsOf(data, subject)
    if (where === null || data.onErasure === 'keep') continue
    await eraseWhere(tx, { data, where, now })
  }
}

/** After a restore: the rows that were erased before, by their keys. */
export async function eraseRowsAgain(
  tx: Tx,
  { kind, subjectId, now }: { kind: string; subjectId: string; now: Date },
): Promise<void> {
  for (const data of declared().toReversed()) {
    if (erasureKindOf(data) !== kind || data.onErasure === 'keep' || typeof data.key !== 'string') continue
    const key = sql`${sql.ref(`${data.table}.${data.key}`)} = ${subjectId}::uuid`
    const where = data.only === undefined ? key : sql`${key} and (${sql.raw(data.only)})`
    await eraseWhere(tx, { data, where, now })
  }
}

interface Erasing {
  data: PersonalData
  where: ReturnType<typeof sql>
  now: Date
}

async function eraseWhere(tx: Tx, { data, where, now }: Erasing): Promise<void> {
  const keys = await keysErased(tx, { data, where, now })
  const uuids = keys.filter((key) => typeof key === 'string')
  // What a slice erases in its own way it notes itself.
  if (typeof data.onErasure === 'object' && 'call' in data.onErasure) return
  const kind = erasureKindOf(data)
  await noteErasures(
    tx,
    uuids.map((subjectId) => ({ kind, subjectId })),
    now,
  )
}

async function keysErased(tx: Tx, { data, where, now }: Erasing): Promise<unknown[]> {
  const { table, key, onErasure } = data
  const keyOf = (rows: readonly { key: unknown }[]) => rows.map((row) => row.key)
  const named = sql`${sql.ref(`${table}.${key}`)} as key`
  if (onErasure === 'delete') {
    const gone = await sql<{ key: unknown }>`
      delete from ${sql.table(table)} where ${where} returning ${named}`.execute(tx)
    return keyOf(gone.rows)
  }
  if (onErasure === 'keep') return []
  if ('set' in onErasure) {
    const values = Object.entries(onErasure.set).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
    const changed = await sql<{ key: unknown }>`
      update ${sql.table(table)} set ${sql.join(values)} where ${where} returning ${named}`.execute(tx)
    return keyOf(changed.rows)
  }
  const found = await sql<{ key: unknown }>`
    select distinct ${named} from ${sql.table(table)} where ${where}`.execute(tx)
  const keys = keyOf(found.rows).map(String)
  await onErasure.call(tx, { keys, now })
  return keys
}

/** Takes an address out of the words of others, which stay. */
async function strikeMentions(tx: Tx, { leadsTo, table }: PersonalData, { address }: Subject): Promise<void> {
  if (address === null) return
  for (const { by, column } of leadsTo) {
    if (by !== 'mention') continue
    const pattern = address.replace(/[^a-z0-9@]/g, (sign) => `\\${sign}`)
    await sql`
      update ${sql.table(table)}
      set ${sql.ref(column)} = regexp_replace(${sql.ref(column)}, ${pattern}, '…', 'gi')
      where position(${address} in lower(${sql.ref(column)})) > 0`.execute(tx)
  }
}
