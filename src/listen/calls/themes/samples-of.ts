import { z } from 'zod'
import type { Db } from '#core/db/connect.ts'

/** How far people agreed about one thing, and what that was computed from. */
export const agreementSchema = z.array(
  z.object({
    what: z.enum(['theme', 'stance', 'sentiment']),
    /** Krippendorff's; null where nothing can be said. */
    alpha: z.number().nullable(),
    interval: z.tuple([z.number(), z.number()]).nullable(),
    answers: z.number(),
    coders: z.number(),
  }),
)
export type Agreement = z.infer<typeof agreementSchema>

export interface Sample {
  id: string
  seed: string
  drawnAt: Date
  drawnFrom: number
  closedAt: Date | null
  answers: number
  agreement: Agreement | null
}

/** The samples of a question that people code, the newest first. */
export async function samplesOf(db: Db, questionId: string): Promise<Sample[]> {
  const rows = await db
    .selectFrom('codingSamples as samples')
    .select((eb) => [
      'samples.id',
      'samples.seed',
      'samples.drawnAt',
      'samples.drawnFrom',
      'samples.closedAt',
      'samples.agreement',
      eb
        .selectFrom('codingSampleAnswers as chosen')
        .whereRef('chosen.sampleId', '=', 'samples.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('answers'),
    ])
    .where('samples.questionId', '=', questionId)
    .orderBy('samples.drawnAt', 'desc')
    .execute()
  return rows.map(({ agreement, answers, ...sample }) => ({
    ...sample,
    answers: answers ?? 0,
    agreement: agreement === null ? null : agreementSchema.parse(agreement),
  }))
}
