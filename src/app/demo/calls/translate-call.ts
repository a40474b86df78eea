import type { Db } from '#core/db/connect.ts'
import { addDays } from '#core/time/days.ts'
import type { Call } from '../../../listen/calls/index.ts'
import { placeOf, type Settled } from '../settled.ts'
import { writeTranslation } from '../translation-deeds.ts'
import type { DemoCall } from './read-demo-call.ts'

/** Who writes each language, and who reads it then. */
const PAIRS = {
  ur: ['nasreen', 'sunita'],
  cy: ['tomos', 'lowri'],
  pl: ['olga', 'krystyna-mazur'],
} as const

/** The day after its opening a call stands in Welsh, Urdu and Polish: its promise, its questions and their options. */
export async function translateCall(
  db: Db,
  { call, told, settled }: { call: Call; told: DemoCall; settled: Settled },
): Promise<void> {
  const known = await db
    .selectFrom('translations')
    .select('id')
    .where('matterId', '=', call.id)
    .executeTakeFirst()
  if (known) return
  for (const language of ['cy', 'ur', 'pl'] as const) {
    const [by, readBy] = PAIRS[language]
    await writeTranslation(db, {
      subject: { textId: call.id, entryId: null },
      language,
      paragraphs: told.translations[language],
      by: placeOf(settled.people, by).id,
      readBy: placeOf(settled.people, readBy).id,
      at: addDays(call.opensAt, 1),
    })
  }
}
