import type { Tx } from '#core/db/connect.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { MEDIA_TYPES } from '#ground/attachments/media-type-of.ts'
import type { Before } from '../numbered/merge-answers.ts'

export interface Earlier extends Before {
  attachments: readonly Attachment[]
}

/**
 * An answer by mail as it stands, with its files; null where it is no longer its sender's to correct by mail: withdrawn, erased,
 * held or removed, confirmed as a member's, or sent from another address.
 */
export async function earlierAnswer(
  tx: Tx,
  { answerId, from }: { answerId: string; from: string },
): Promise<Earlier | null> {
  const row = await tx
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .innerJoin('answerSignatures', 'answerSignatures.answerId', 'answers.id')
    .leftJoin('answerAuthors', 'answerAuthors.answerId', 'answers.id')
    .leftJoin('units', 'units.id', 'answers.unitId')
    .select(['answers.id', 'units.id as unitId', 'units.name as unitName'])
    .where('answers.id', '=', answerId)
    .where('answers.withdrawnAt', 'is', null)
    .where('matters.visibility', '=', 'public')
    .where('matters.route', '=', 'e-mail')
    .where('answerSignatures.email', '=', from)
    .where('answerAuthors.personId', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const words = await wordsOf(tx, answerId)
  if (words === null) return null
  const { unitId, unitName } = row
  return {
    words,
    marks: await marksOf(tx, answerId),
    unit: unitId !== null && unitName !== null ? { id: unitId, name: unitName } : null,
    attachments: await filesOf(tx, answerId),
  }
}

/** Null once any was erased. */
async function wordsOf(tx: Tx, answerId: string): Promise<Before['words'] | null> {
  const rows = await tx
    .selectFrom('answerWords')
    .select(['questionId', 'words'])
    .where('answerId', '=', answerId)
    .execute()
  const words = rows.flatMap(({ questionId, words }) => (words === null ? [] : [{ questionId, words }]))
  return words.length === rows.length ? words : null
}

async function marksOf(tx: Tx, answerId: string): Promise<Before['marks']> {
  const rows = await tx
    .selectFrom('answerMarks')
    .select(['optionId', 'mark'])
    .where('answerId', '=', answerId)
    .execute()
  return rows.map(({ optionId, mark }) => ({ optionId, mark: mark > 0 ? 1 : mark < 0 ? -1 : 0 }))
}

async function filesOf(tx: Tx, answerId: string): Promise<Attachment[]> {
  const rows = await tx
    .selectFrom('attachments')
    .select(['mediaType', 'bytes', 'sha256'])
    .where('matterId', '=', answerId)
    .orderBy('place')
    .execute()
  return rows.flatMap(({ mediaType, ...file }) => {
    const known = MEDIA_TYPES.find((type) => type === mediaType)
    return known ? [{ mediaType: known, ...file }] : []
  })
}
