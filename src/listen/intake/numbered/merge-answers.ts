import type { NewMark } from '../../calls/index.ts'
import type { Asked } from './asked.ts'
import type { Reading } from './what-was-read.ts'

/** What was answered before a correction. */
export type Before = Pick<Reading, 'words' | 'marks' | 'unit'>

/**
 * An answer with what its author wrote later: words are added to the words, a choice takes the place of the choice, a stance that of the
 * same statement, a place that of the place. What was not touched stays. Pure.
 */
export function mergeAnswers(
  before: Before,
  later: Reading,
  { questions }: Pick<Asked, 'questions'>,
): Reading {
  const words = questions.flatMap(({ id }) => {
    const said = [...before.words, ...later.words].filter(({ questionId }) => questionId === id)
    return said.length === 0 ? [] : [{ questionId: id, words: said.map((one) => one.words).join('\n\n') }]
  })
  const isChosenAnew = (mark: NewMark) =>
    questions.some(({ kind, options }) => {
      const has = (optionId: string) => options.some(({ id }) => id === optionId)
      if (!has(mark.optionId)) return false
      return later.marks.some(({ optionId }) =>
        kind === 'choice' ? has(optionId) : optionId === mark.optionId,
      )
    })
  const marks = [...before.marks.filter((mark) => !isChosenAnew(mark)), ...later.marks]
  return { ...later, words, marks, unit: later.unit ?? before.unit }
}
