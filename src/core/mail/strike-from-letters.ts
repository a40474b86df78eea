import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'

/** Takes words out of every letter that still lies here: whoever it went to keeps the news and loses what was erased. */
export async function strikeFromLetters(tx: Tx, words: string): Promise<void> {
  await sql`
    update letters_out
    set subject = replace(subject, ${words}, '…'), text = replace(text, ${words}, '…')
    where position(${words} in text) > 0 or position(${words} in subject) > 0`.execute(tx)
}
