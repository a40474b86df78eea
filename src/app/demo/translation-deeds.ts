import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { giveGrant } from '#ground/grants/give-grant.ts'
import { beginTranslation } from '#ground/translations/begin-translation.ts'
import { findTranslation } from '#ground/translations/find-translation.ts'
import { offerTranslation } from '#ground/translations/offer-translation.ts'
import type { Subject } from '#ground/translations/originals.ts'
import { reviewTranslation } from '#ground/translations/review-translation.ts'
import { saveSegments } from '#ground/translations/save-segments.ts'
import { segmentsOf } from '#ground/translations/segments.ts'
import { setLanguages, TRANSLATOR } from '#ground/translations/volunteer.ts'
import type { Play } from './play-timeline.ts'
import { placeOf } from './settled.ts'
import type { DemoTranslation } from './translation-text.ts'

/** Who translates into what; the days of the files begin after they do. */
const VOLUNTEERS: Readonly<Record<string, readonly string[]>> = {
  nasreen: ['en', 'ur'],
  sunita: ['en', 'ur'],
  abdul: ['en', 'ur'],
  olga: ['en', 'pl'],
  'krystyna-mazur': ['en', 'pl'],
  tomos: ['cy', 'en'],
  lowri: ['cy', 'en'],
}
const BEGIN_DAY = -390
const TERM_DAYS = 800

/** Volunteers begin, translate and read one another's work, through the commands that anybody's goes through. */
export function translationDeeds(play: Play) {
  const { movement, today } = play
  const evening = (day: number) => new Date(addDays(today, day).getTime() + 3_600_000)
  const keys = new Set(movement.submissions.map(({ key }) => key))
  const translations = movement.translations
    .filter(({ key }) => keys.has(key))
    .map((translation) => ({
      at: evening(translation.day),
      happen: (at: Date) => translate(play, { translation, at }),
    }))
  return [{ at: evening(BEGIN_DAY), happen: (at: Date) => volunteersBegin(play, at) }, ...translations]
}

async function volunteersBegin({ settled, house: { db } }: Play, at: Date): Promise<void> {
  const { id: unitId } = placeOf(settled.units, 'alliance')
  for (const [handle, languages] of Object.entries(VOLUNTEERS)) {
    const { id: personId } = placeOf(settled.people, handle)
    await inTransaction(db, (tx) =>
      giveGrant(tx, {
        personId,
        role: TRANSLATOR,
        unitId,
        bodyId: null,
        isDownTheTree: false,
        purpose: 'to translate what is published',
        toOn: isoDate(addDays(at, TERM_DAYS)),
        grantedBy: null,
        now: at,
      }),
    )
    await setLanguages(db, personId, languages)
  }
}

async function translate(
  { settled, house: { db }, isStrict }: Play,
  { translation, at }: { translation: DemoTranslation; at: Date },
): Promise<void> {
  const { key, language, paragraphs } = translation
  const subject = await subjectOf(db, { translation, number: settled.numbers.get(key) })
  const by = placeOf(settled.people, translation.by).id
  const readBy = translation.readBy === undefined ? null : placeOf(settled.people, translation.readBy).id
  const outcome = subject && (await writeTranslation(db, { subject, language, paragraphs, by, readBy, at }))
  if (outcome) return
  if (isStrict) throw new Error(`db/demo/translations.txt, “${key}”: there is nothing to translate yet`)
}

interface Written {
  subject: Subject
  language: string
  /** In the order of the original's segments. */
  paragraphs: readonly string[]
  by: string
  /** Who reads it then; nobody yet. */
  readBy: string | null
  at: Date
}

/** One translation from its beginning to where it is shown; false where there is nothing to translate. */
export async function writeTranslation(db: Db, written: Written): Promise<boolean> {
  const { subject, language, paragraphs, by, readBy, at } = written
  const begun = await beginTranslation(db, { subject, language, by, now: at })
  const found = begun.ok ? await findTranslation(db, begun.id) : null
  if (!found) return false
  const segments = segmentsOf(found.original.parts).map(({ part, place }, index) => ({
    part,
    place,
    words: paragraphs[index] ?? '',
  }))
  await saveSegments(db, { id: found.id, written: segments, by, seenAt: at, now: at })
  const offered = await offerTranslation(db, { id: found.id, by, now: at })
  if (offered !== 'offered') throw new Error(`“${paragraphs[0]}” in ${language}: ${offered}`)
  if (readBy === null) return true
  const reader = { id: readBy, languages: [language] }
  await reviewTranslation(db, { id: found.id, by: reader, outcome: { is: 'shown' }, now: at })
  return true
}

async function subjectOf(
  db: Db,
  { translation: { deed }, number }: { translation: DemoTranslation; number: number | undefined },
): Promise<Subject | null> {
  if (number === undefined) return null
  const matter = await db.selectFrom('matters').select('id').where('number', '=', number).executeTakeFirst()
  if (!matter) return null
  if (deed === undefined) return { textId: matter.id, entryId: null }
  const entry = await db
    .selectFrom('entries')
    .select('id')
    .where('matterId', '=', matter.id)
    .where('kind', '=', `matter.${deed === 'answer' ? 'answered' : deed}`)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return entry ? { textId: matter.id, entryId: entry.id } : null
}
