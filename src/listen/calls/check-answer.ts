import { isReadable } from '#core/input/text.ts'
import type { Question } from './call.ts'
import type { AnswerProblem, NewAnswer } from './new-answer.ts'

export const MOST_CHARACTERS = 10_000

type Given = Pick<NewAnswer, 'words' | 'marks' | 'unitId' | 'route'>

/** What is wrong with an answer, question by question; empty when it can be taken in. Pure. */
export function problemsWith(answer: Given, questions: readonly Question[]): AnswerProblem[] {
  const problems = [...unknownIn(answer, questions), ...questions.flatMap((one) => problemsAt(one, answer))]
  if (problems.length > 0) return problems
  return isEmpty(answer) ? [{ questionId: null, why: 'empty' }] : []
}

function unknownIn({ words, marks }: Given, questions: readonly Question[]): AnswerProblem[] {
  const open = new Set(questions.filter(({ kind }) => kind === 'open').map(({ id }) => id))
  const options = new Set(questions.flatMap((question) => question.options.map(({ id }) => id)))
  return [
    ...words
      .filter(({ questionId }) => !open.has(questionId))
      .map(({ questionId }) => ({ questionId, why: 'unknown-question' as const })),
    ...marks
      .filter(({ optionId }) => !options.has(optionId))
      .map(() => ({ questionId: null, why: 'unknown-option' as const })),
  ]
}

function problemsAt(question: Question, answer: Given): AnswerProblem[] {
  const why =
    question.kind === 'open' ? problemWithWords(question, answer) : problemWithMarks(question, answer)
  const missing = why === null && isMissing(question, answer)
  if (why === null && !missing) return []
  return [{ questionId: question.id, why: why ?? 'missing' }]
}

function problemWithWords({ id }: Question, { words }: Given): AnswerProblem['why'] | null {
  const given = words.filter(({ questionId }) => questionId === id)
  if (given.length > 1) return 'too-many'
  const text = given[0]?.words ?? ''
  if ([...text].length > MOST_CHARACTERS) return 'too-long'
  return isReadable(text) ? null : 'not-text'
}

function problemWithMarks(question: Question, answer: Given): AnswerProblem['why'] | null {
  const marks = marksAt(question, answer)
  if (new Set(marks.map(({ optionId }) => optionId)).size < marks.length) return 'too-many'
  if (question.kind !== 'choice') return null
  if (marks.some(({ mark }) => mark !== 1)) return 'unknown-mark'
  return marks.length > question.mostChoices ? 'too-many' : null
}

/** On paper, on the telephone and in a letter people leave out what they like; only our own page can ask again. */
function isMissing(question: Question, answer: Given): boolean {
  if (!question.isRequired || answer.route !== 'web') return false
  if (question.kind === 'open')
    return !answer.words.some(({ questionId, words }) => questionId === question.id && words.trim() !== '')
  if (question.kind === 'place') return !answer.unitId
  const marked = marksAt(question, answer).length
  return question.kind === 'choice' ? marked === 0 : marked < question.options.length
}

function marksAt({ options }: Question, { marks }: Given) {
  const ids = new Set(options.map(({ id }) => id))
  return marks.filter(({ optionId }) => ids.has(optionId))
}

function isEmpty({ words, marks, unitId }: Given): boolean {
  return words.every((one) => one.words.trim() === '') && marks.length === 0 && !unitId
}
