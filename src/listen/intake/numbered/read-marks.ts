import type { NewMark } from '../../calls/index.ts'
import type { Asked, AskedQuestion } from './asked.ts'
import { readChoice } from './read-choice.ts'
import { readStatements } from './read-statements.ts'

/** What was ticked, as far as the text says it, and where words begin that say something else. Pure. */
export function readMarks(
  question: AskedQuestion,
  text: string,
  { marks }: Pick<Asked, 'marks'>,
): { marks: NewMark[]; rest: number } | null {
  if (question.kind === 'choice') {
    const read = readChoice(question, text)
    return read && { marks: read.options.map(({ id }) => ({ optionId: id, mark: 1 })), rest: read.rest }
  }
  if (question.kind !== 'statements') return null
  const read = readStatements(question, text, marks)
  return (
    read && {
      marks: read.stances.map(({ option, mark }) => ({ optionId: option.id, mark })),
      rest: read.rest,
    }
  )
}

/** Nothing but an answer to this question. */
export function isAllMarks(question: AskedQuestion, text: string, asked: Pick<Asked, 'marks'>): boolean {
  const read = readMarks(question, text, asked)
  return read !== null && read.marks.length > 0 && read.rest === text.length
}
