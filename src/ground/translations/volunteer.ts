import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { Volunteer } from './policy.ts'

export const TRANSLATOR = 'translator'

/** Whoever asks, if they hold the role, with the languages they said they translate into. */
export async function volunteerOf({ db, viewer }: Exchange): Promise<Volunteer | null> {
  const { person, grants } = viewer
  if (!person || !grants.some(({ role }) => role === TRANSLATOR)) return null
  return { id: person.id, languages: await languagesOf(db, person.id) }
}

async function languagesOf(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('translatorLanguages')
    .select('language')
    .where('personId', '=', personId)
    .orderBy('language')
    .execute()
  return rows.map(({ language }) => language)
}

/** The languages somebody translates into, as they say now. */
export async function setLanguages(db: Db, personId: string, languages: readonly string[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('translatorLanguages').where('personId', '=', personId).execute()
    const rows = [...new Set(languages)].map((language) => ({ personId, language }))
    if (rows.length > 0) await tx.insertInto('translatorLanguages').values(rows).execute()
  })
}
