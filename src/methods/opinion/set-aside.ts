import { findId } from './order-ids.ts'
import type { VoteTable } from './vote-table.ts'

/** The votes that move people on the map, and which statements don't. */
export interface SetAside {
  /** The table without the votes on statements set aside; the statements keep their numbers. */
  table: VoteTable
  indices: ReadonlySet<number>
  background: ReadonlySet<number>
}

export function setAside(
  table: VoteTable,
  names: { setAside?: Iterable<string>; background?: Iterable<string> },
): SetAside {
  const indices = indicesOf(table.statements, names.setAside)
  const background = indicesOf(table.statements, names.background)
  return { table: indices.size === 0 ? table : withoutVotesOn(table, indices), indices, background }
}

/** Where these ids stand; unknown ones are passed over. */
export function indicesOf(ordered: readonly string[], ids: Iterable<string> = []): Set<number> {
  return new Set([...ids].map((id) => findId(ordered, id)).filter((index) => index >= 0))
}

function withoutVotesOn(table: VoteTable, gone: ReadonlySet<number>): VoteTable {
  const rowStart = new Int32Array(table.rowStart.length)
  const statementOf = new Int32Array(table.statementOf.length)
  const answerOf = new Int8Array(table.answerOf.length)
  let kept = 0
  for (let person = 0; person < table.participants.length; person++) {
    const end = table.rowStart[person + 1] ?? 0
    for (let place = table.rowStart[person] ?? 0; place < end; place++) {
      const statement = table.statementOf[place] ?? 0
      if (gone.has(statement)) continue
      statementOf[kept] = statement
      answerOf[kept++] = table.answerOf[place] ?? 0
    }
    rowStart[person + 1] = kept
  }
  return { ...table, rowStart, statementOf: statementOf.slice(0, kept), answerOf: answerOf.slice(0, kept) }
}
