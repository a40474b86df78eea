import type { Tx } from '../db/connect.ts'
import type { Message, Plain } from '../i18n/messages.ts'
import type { HeldLabel } from './held-messages.ts'

/**
 * What a slice holds about people: my-data shows it, exports it and erases it by nothing but this. A test writes a marked
 * person everywhere and fails on each column that holds a mark and is not named here.
 */
export interface PersonalData {
  table: string
  /** The column that tells one row from another. An erasure is noted by it where it is a uuid. */
  key: string
  /** Whose it is; empty where nothing leads to a person (words of a body, what a reporter wrote). */
  leadsTo: readonly Lead[]
  /** A further condition on the rows, in SQL: one table may hold several sorts. */
  only?: string
  /** Every column that can hold something about a person. */
  columns: readonly string[]
  /** What the person reads and takes away: a label and the SQL that gives it. */
  shown: Readonly<Partial<Record<HeldLabel, string>>>
  about: Message<Plain>
  why: Message<Plain>
  until: Message<Plain>
  /** The column that names a matter whose words are this person's. */
  matter?: string
  onErasure: OnErasure
  /** What of it stays behind after an erasure, and why; read before one erases. */
  stays?: Message<Plain>
}

/** How a row leads to somebody. */
export type Lead =
  /** It names the person, an address, or a matter whose words are theirs; `column` may be any SQL of the row. */
  | { by: 'person' | 'address' | 'matter'; column: string; through?: Through }
  /** Somebody else's words, in which an address stands. */
  | { by: 'mention'; column: string }

/** `column in (select pick from table where names = …)` */
export interface Through {
  table: string
  pick: string
  names: string
}

/** The row goes, columns are emptied, it stays (say why), or the slice does it in its own way. */
export type OnErasure =
  | 'delete'
  | 'keep'
  | { set: Readonly<Record<string, string | null>> }
  | { call(tx: Tx, erasing: { keys: readonly string[]; now: Date }): Promise<void> }

/** That somebody did something for others: a column names them, and is emptied when they are erased; what they did stands. */
export function deed({
  by,
  ...what
}: Omit<PersonalData, 'leadsTo' | 'columns' | 'onErasure'> & { by: string }): PersonalData {
  return {
    ...what,
    leadsTo: [{ by: 'person', column: by }],
    columns: [by],
    onErasure: { set: { [by]: null } },
  }
}
