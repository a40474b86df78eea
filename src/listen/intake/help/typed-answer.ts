import type { Call, NewMark, Question } from '../../calls/index.ts'

/**
 * An answer as a helper types it, by the place of its question: words as they are; a choice by the digits of its options
 * ("13", or "1, 12" where there are more than nine); statements by a letter each, in their order (a agree, d disagree,
 * p pass, - nothing). A question about a place is the unit's, chosen apart.
 */
export type Cells = Readonly<Record<string, string>>

export interface CellProblem {
  place: number
  why: 'no-such-option' | 'too-many-options' | 'not-a-d-p' | 'empty'
}

export interface TypedAnswer {
  words: { questionId: string; words: string }[]
  marks: NewMark[]
  problems: CellProblem[]
}

const MARKS: Readonly<Record<string, NewMark['mark']>> = { a: 1, d: -1, p: 0 }

/** Reads every cell of an answer. Pure. */
export function readCells({ questions }: Pick<Call, 'questions'>, cells: Cells): TypedAnswer {
  const typed: TypedAnswer = { words: [], marks: [], problems: [] }
  for (const question of questions) {
    const cell = (cells[String(question.place)] ?? '').trim()
    if (cell === '' || question.kind === 'place') continue
    if (question.kind === 'open') typed.words.push({ questionId: question.id, words: cell })
    else readMarks(typed, question, cell)
  }
  return typed
}

function readMarks(typed: TypedAnswer, question: Question, cell: string): void {
  const read = question.kind === 'choice' ? readChoice(question, cell) : readStatements(question, cell)
  if (typeof read === 'string') typed.problems.push({ place: question.place, why: read })
  else typed.marks.push(...read)
}

function readChoice({ options, mostChoices }: Question, cell: string): NewMark[] | CellProblem['why'] {
  const isApart = /[\s,;.]/.test(cell) || options.length > 9
  const places = isApart ? cell.split(/[\s,;.]+/).filter(Boolean) : [...cell]
  const chosen = [...new Set(places)].map((place) => options.find((option) => String(option.place) === place))
  const known = chosen.flatMap((option) => (option ? [option] : []))
  if (known.length < chosen.length) return 'no-such-option'
  if (known.length > mostChoices) return 'too-many-options'
  return known.map(({ id }) => ({ optionId: id, mark: 1 }))
}

function readStatements({ options }: Question, cell: string): NewMark[] | CellProblem['why'] {
  const letters = [...cell.toLowerCase().replace(/[\s,;.]/g, '')]
  const isReadable = letters.every((letter) => letter === '-' || letter in MARKS)
  if (!isReadable || letters.length > options.length) return 'not-a-d-p'
  return letters.flatMap((letter, at) => {
    const [mark, option] = [MARKS[letter], options[at]]
    return mark === undefined || !option ? [] : [{ optionId: option.id, mark }]
  })
}

/** The cells of a form whose boxes are `q1`, `q2` (several for a choice) and `q3.1`, `q3.2` for statements. */
export function cellsOf(
  { questions }: Pick<Call, 'questions'>,
  form: Readonly<Record<string, unknown>>,
  before = '',
): Cells {
  const text = (name: string) =>
    [form[`${before}${name}`]]
      .flat()
      .filter((one) => typeof one === 'string')
      .join(' ')
  const cells = questions.map((question) => {
    const name = `q${question.place}`
    const apart = question.options.map(({ place }) => text(`${name}.${place}`) || '-').join('')
    const isApart = question.kind === 'statements' && /[^-]/.test(apart)
    return [String(question.place), isApart ? apart : text(name)] as const
  })
  return Object.fromEntries(cells)
}
