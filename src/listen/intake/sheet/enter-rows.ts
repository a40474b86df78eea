import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { followUpBytes, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { sha256 } from '#core/ids/hashes.ts'
import type { Call, TakenIn } from '../../calls/index.ts'
import { type Entered, enterAnswers } from '../help/enter-answers.ts'
import { type Circumstances, entryFrom } from '../help/read-entry.ts'
import type { CellProblem, Cells } from '../help/typed-answer.ts'
import { offerSameRows, rowsThatSayOtherwise } from './same-rows.ts'

export const MOST_ROWS = 500

export interface SheetRow {
  /** Its number on the sheet, from one; given on the helper's machine. */
  row: number
  cells: Cells
}

export interface Sheet {
  /** Made on the helper's machine: sending the same rows of it again changes nothing. */
  id: string
  call: Call
  circumstances: Circumstances
  gatheringId: string | null
  helperId: string
}

export type RowOutcome =
  /** `alike`: the number of the same row, saying the same, on another helper's sheet. */
  | { row: number; ok: true; number: number; key: string; alike: number | null }
  | { row: number; ok: false; problems: readonly CellProblem[] }
  | { row: number; ok: false; refused: Extract<TakenIn, { ok: false }> }
  /** The row was brought in before and said something else; nothing was changed. */
  | { row: number; ok: false; standsAs: number }

/** Takes the rows of a meeting's sheet in, each once. A row that is wrong leaves the others in. */
export async function enterRows(
  db: Db,
  { sheet, rows, secret, at }: { sheet: Sheet; rows: readonly SheetRow[]; secret: Uint8Array; at: Date },
): Promise<RowOutcome[]> {
  const read = rows.map(({ row, cells }) => ({ row, ...rowOf(sheet, { row, cells }, secret) }))
  const good = read.filter(({ problems }) => problems.length === 0)
  const entries = good.map(({ entry }) => entry)
  const { taken, known, alike } = await inTransaction(db, async (tx) => {
    const taken = await enterAnswers(tx, { entries, helperId: sheet.helperId, at })
    return {
      taken,
      known: await rowsThatSayOtherwise(tx, { entries, taken }),
      alike: await offerSameRows(tx, { sheet, entries, taken, at }),
    }
  })
  const outcomes = new Map(good.map(({ row }, place) => [row, taken[place]]))
  return read.map(({ row, problems, key }): RowOutcome => {
    const outcome = outcomes.get(row)
    if (!outcome) return { row, ok: false, problems }
    if (!outcome.ok) return { row, ok: false, refused: outcome }
    if (known.has(outcome.id)) return { row, ok: false, standsAs: outcome.number }
    return { row, ok: true, number: outcome.number, key, alike: alike.get(outcome.id) ?? null }
  })
}

function rowOf(sheet: Sheet, { row, cells }: SheetRow, secret: Uint8Array) {
  const { id, call, circumstances, gatheringId } = sheet
  const { entry, problems } = entryFrom({ call, route: 'meeting', cells, circumstances })
  const key = keyOfRow(secret, id, row)
  const answer = { ...entry.answer, source: `sheet:${id}:${row}`, keyHash: sha256(key) }
  const entered: Entered = { ...entry, answer, gatheringId, sheet: { id, row } }
  return { entry: entered, problems, key: makeFollowUpKey(key) }
}

/** The same for the same row, so that a lost answer loses nobody their key; it is kept nowhere. */
function keyOfRow(secret: Uint8Array, sheetId: string, row: number): Buffer {
  return followUpBytes(secret, `row ${row} of sheet ${sheetId}`)
}

/** Number and key of every row of a sheet that this helper brought in, to be printed and handed out. */
export async function receiptsOf(
  db: Db,
  { sheetId, helperId, secret }: { sheetId: string; helperId: string; secret: Uint8Array },
): Promise<{ row: number; number: number; key: string }[]> {
  const rows = await db
    .selectFrom('intakeEntries')
    .innerJoin('matters', 'matters.id', 'intakeEntries.answerId')
    .select(['matters.number', 'intakeEntries.sheetRow'])
    .where('intakeEntries.sheetId', '=', sheetId)
    .where('intakeEntries.helperId', '=', helperId)
    .orderBy('intakeEntries.sheetRow')
    .limit(MOST_ROWS)
    .execute()
  return rows.map(({ number, sheetRow }) => ({
    row: sheetRow ?? 0,
    number,
    key: makeFollowUpKey(keyOfRow(secret, sheetId, sheetRow ?? 0)),
  }))
}

/** A sheet is its helper's alone: whoever else knows its id gets no key by it. */
export async function isSheetOfAnother(db: Db, sheetId: string, helperId: string): Promise<boolean> {
  const other = await db
    .selectFrom('intakeEntries')
    .select('answerId')
    .where('sheetId', '=', sheetId)
    .where((eb) => eb.or([eb('helperId', 'is', null), eb('helperId', '!=', helperId)]))
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
