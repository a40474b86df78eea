import type { Db } from '#core/db/connect.ts'
import type { ReadableAnswer } from './readable-answers.ts'

interface Codes {
  stances?: string[]
  sentiments?: string[]
}

/**
 * What people coded in closed samples, answer by answer, where all who coded it agree: where they do not, nothing is known, and a
 * model that learnt one of the two would learn chance.
 */
export async function codesOfPeople(
  db: Db,
  questionId: string,
  answers: readonly ReadableAnswer[],
): Promise<Codes> {
  const rows = await db
    .selectFrom('codingSampleCodes as codes')
    .innerJoin('codingSamples as samples', 'samples.id', 'codes.sampleId')
    .select(['codes.answerId', 'codes.stance', 'codes.sentiment'])
    .where('samples.questionId', '=', questionId)
    .where('samples.closedAt', 'is not', null)
    .execute()
  if (rows.length === 0) return {}
  const byAnswer = Map.groupBy(rows, ({ answerId }) => answerId)
  const agreed = (pick: (row: (typeof rows)[number]) => string | null) =>
    answers.map(({ id }) => {
      const names = new Set((byAnswer.get(id) ?? []).flatMap((row) => pick(row) ?? []))
      return names.size === 1 ? ([...names][0] ?? '') : ''
    })
  return { stances: agreed(({ stance }) => stance), sentiments: agreed(({ sentiment }) => sentiment) }
}
