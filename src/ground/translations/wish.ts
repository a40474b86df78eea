import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import type { Subject } from './originals.ts'

interface Wish {
  subject: Subject
  language: string
  /** 1 for a reader's wish, 0 for an answer that is owed in its author's language. */
  wishes: 0 | 1
  at: Date
}

/** Notes that something is wanted in a language; wishes are counted, and nobody is noted. */
export async function noteWish(db: Db | Tx, { subject, language, wishes, at }: Wish): Promise<void> {
  await sql`
    insert into translations_wanted (matter_id, entry_id, language, first_at, wishes)
    values (${subject.matterId}, ${subject.entryId}, ${language}, ${at}, ${wishes})
    on conflict on constraint one_wish_a_language
    do update set wishes = translations_wanted.wishes + excluded.wishes`.execute(db)
}
