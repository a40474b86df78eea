import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#core/db/connect.ts'

const told = z.object({
  language: z.string(),
  coded: z.number(),
  accuracy: z.number().optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  always: z.number(),
  is_assessed: z.boolean(),
})

/** How themes were made and how well they hold, as a run noted it. */
const figures = z.object({
  made: z.object({
    seed: z.string(),
    vectors: z.string(),
    answers: z.number(),
    duplicates: z.number(),
    without_theme: z.number(),
  }),
  stability: z.array(
    z.object({ language: z.string(), answers: z.number(), seeds: z.number(), samples: z.number() }),
  ),
  measured: z.object({ stance: z.array(told), sentiment: z.array(told) }).optional(),
  kept: z.object({ continued: z.number(), new: z.number(), ended: z.number() }),
})
export type RunFigures = z.infer<typeof figures>

export interface Run {
  id: string
  questionId: string
  callNumber: number
  step: string
  done: number
  total: number
  askedAt: Date
  endedAt: Date | null
  failed: string | null
  figures: RunFigures | null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function runById(db: Db, id: string | undefined): Promise<Run | null> {
  if (!UUID.test(id ?? '')) return null
  const row = await runs(db)
    .where('themingRuns.id', '=', id ?? '')
    .executeTakeFirst()
  return row ? runIn(row) : null
}

/** The last run of a question that gave themes, and the one under way. */
export async function runsOf(
  db: Db,
  questionId: string,
): Promise<{ last: Run | null; underWay: Run | null }> {
  const ofQuestion = runs(db).where('questionId', '=', questionId)
  const [last, underWay] = await Promise.all([
    ofQuestion
      .where('themingRuns.figures', 'is not', null)
      .orderBy('endedAt', 'desc')
      .limit(1)
      .executeTakeFirst(),
    ofQuestion.where('endedAt', 'is', null).executeTakeFirst(),
  ])
  return { last: last ? runIn(last) : null, underWay: underWay ? runIn(underWay) : null }
}

function runs(db: Db) {
  return db
    .selectFrom('themingRuns')
    .innerJoin('callQuestions', 'callQuestions.id', 'themingRuns.questionId')
    .innerJoin('matters', 'matters.id', 'callQuestions.callId')
    .select([
      'themingRuns.id',
      'themingRuns.questionId',
      'matters.number as callNumber',
      'themingRuns.step',
      'themingRuns.done',
      'themingRuns.total',
      'themingRuns.askedAt',
      'themingRuns.endedAt',
      'themingRuns.failed',
      // As text: the names inside are those of the public JSON, and would be respelt as columns are.
      sql<string | null>`theming_runs.figures::text`.as('figures'),
    ])
}

function runIn(row: Omit<Run, 'figures'> & { figures: string | null }): Run {
  return { ...row, figures: row.figures === null ? null : figures.parse(JSON.parse(row.figures)) }
}
