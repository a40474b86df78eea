import type { TestHouse } from '../../../../app/testing/open-test-house.ts'
import type { Call } from '../../../calls/index.ts'

/** The words, marks and place of an answer, as they are kept. */
export async function answerGiven(
  { db }: Pick<TestHouse, 'db'>,
  { call, number }: { call: Call; number: number | undefined },
) {
  const answer = await db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .leftJoin('units', 'units.id', 'answers.unitId')
    .select(['answers.id', 'units.slug'])
    .where('number', '=', Number(number))
    .executeTakeFirstOrThrow()
  const words = await db.selectFrom('answerWords').select('words').where('answerId', '=', answer.id).execute()
  const marks = await db
    .selectFrom('answerMarks')
    .select(['optionId', 'mark'])
    .where('answerId', '=', answer.id)
    .execute()
  const options = call.questions.flatMap((question) => question.options)
  return {
    words: words.map((one) => one.words),
    place: answer.slug,
    marks: Object.fromEntries(
      marks.map(({ optionId, mark }) => [options.find(({ id }) => id === optionId)?.wording, mark]),
    ),
  }
}
