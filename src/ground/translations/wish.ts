import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { columnsOf, type PublishedText } from './published-text.ts'

interface Wish {
  text: Pick<PublishedText, 'id' | 'sort'>
  /** The answer that is owed; null: the text itself. */
  entryId: string | null
  language: string
  /** 1 for a reader's wish, 0 for an answer that is owed in its author's language. */
  wishes: 0 | 1
  at: Date
}

/** Notes that something is wanted in a language; wishes are counted, and nobody is noted. */
export async function noteWish(db: Db | Tx, { text, entryId, language, wishes, at }: Wish): Promise<void> {
  const { matterId, workId, noticeId } = columnsOf(text)
  await sql`
    insert into translations_wanted (matter_id, work_id, notice_id, entry_id, language, first_at, wishes)
    values (${matterId}, ${workId}, ${noticeId}, ${entryId}, ${language}, ${at}, ${wishes})
    on conflict on constraint one_wish_a_language
    do update set wishes = translations_wanted.wishes + excluded.wishes`.execute(db)
}
