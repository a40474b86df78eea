import type { Db } from '#core/db/connect.ts'

export interface MailedAnswer {
  id: string
  number: number
  language: string
  /** Where its author is written to; null where no address is left. */
  email: string | null
  body: { id: string; name: string; slug: string; lineage: string[] }
}

const MOST_DIGITS = 15

/** An answer that came by mail or text message, with the body that asked. */
export async function findMailedAnswer(db: Db, number: string | undefined): Promise<MailedAnswer | null> {
  if (!/^[1-9]\d*$/.test(number ?? '') || (number ?? '').length > MOST_DIGITS) return null
  const row = await db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .innerJoin('calls', 'calls.id', 'answers.callId')
    .innerJoin('bodies', 'bodies.id', 'calls.bodyId')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .leftJoin('answerSignatures', 'answerSignatures.answerId', 'answers.id')
    .select([
      'answers.id',
      'matters.number',
      'matters.language',
      'answerSignatures.email',
      'bodies.id as bodyId',
      'bodies.name as bodyName',
      'bodies.slug as bodySlug',
      'units.lineage',
    ])
    .where('matters.number', '=', Number(number))
    .where('matters.route', 'in', ['e-mail', 'text'])
    .executeTakeFirst()
  if (!row) return null
  const { bodyId, bodyName, bodySlug, lineage, ...answer } = row
  return { ...answer, body: { id: bodyId, name: bodyName, slug: bodySlug, lineage } }
}
