import type { NewMark } from '../../calls/index.ts'
import type { Asked, AskedQuestion } from './asked.ts'
import { isCourtesy } from './courtesy.ts'
import { fold, originalFrom } from './fold.ts'
import { type Piece, piecesIn } from './pieces.ts'
import { isAllMarks, readMarks } from './read-marks.ts'

export interface Unread {
  place: number
  /** As it was written, with its number. */
  said: string
  why: 'no-option' | 'too-many' | 'no-mark' | 'no-place'
}

/** What a text says to the questions of a call. */
export interface Numbered {
  words: { questionId: string; words: string }[]
  marks: NewMark[]
  /** What was written for a question about a place: the name is looked up by whoever has the list. */
  place: { question: AskedQuestion; name: string } | null
  unread: Unread[]
  /** Words that belong to no question. */
  beside: string
}

/**
 * Reads an answer in plain text: "1: words", "2: b", "3a: agree", in any order, any figures, any of the call's languages. Words without
 * a number answer the first open question, unless it was answered by number. What is not clear is never guessed. Pure.
 */
export function readNumbered(text: string, asked: Asked): Numbered {
  const [only, second] = asked.questions
  if (only && !second && only.kind === 'open') return allWords(text, only)
  const pieces = withNumber(piecesIn(text, asked), asked)
  const read = gather(pieces, asked)
  const open = asked.questions.find(({ kind }) => kind === 'open')
  const lead = pieces.find(({ question }) => question === null)?.said.trim() ?? ''
  if (open && isListInWords(read, lead)) return allWords(text, open)
  return withLead(read, { lead, open, isAnswered: pieces.length > 1 })
}

/**
 * A reply that answers by number, to be joined with what was answered before; null where it does not, or not clearly: then it is words
 * beside the answer, and changes nothing of it. Pure.
 */
export function readCorrection(text: string, asked: Asked): Numbered | null {
  const [only, second] = asked.questions
  if (only && !second && only.kind === 'open') return null
  const pieces = piecesIn(text, asked)
  const read = gather(pieces, asked)
  const lead = pieces.find(({ question }) => question === null)?.said.trim() ?? ''
  const isEmpty = read.words.length === 0 && read.marks.length === 0 && read.place === null
  if (isEmpty || read.unread.length > 0) return null
  return withLead(read, { lead, open: undefined, isAnswered: true })
}

/** The words for open questions alone: of what somebody ticked one does not know in which language they think. Pure. */
export function wordsIn(text: string, asked: Asked): string {
  const { words } = readNumbered(text, asked)
  return words.map((one) => one.words).join('\n')
}

function allWords(text: string, { id }: AskedQuestion): Numbered {
  const words = text.trim()
  return { ...nothing(), words: words === '' ? [] : [{ questionId: id, words }] }
}

const nothing = (): Numbered => ({ words: [], marks: [], place: null, unread: [], beside: '' })

/** Where a call asks for one choice and no words, a mail that says "b" needs no number. */
function withNumber(pieces: Piece[], asked: Asked): Piece[] {
  const [first, second] = pieces
  const marked = asked.questions.filter(({ kind }) => kind === 'choice' || kind === 'statements')
  const [question] = marked
  const isOnly = marked.length === 1 && !asked.questions.some(({ kind }) => kind === 'open')
  if (!first || second || first.question !== null || !question || !isOnly) return pieces
  return isAllMarks(question, fold(first.said).text, asked) ? [{ ...first, question }] : pieces
}

function gather(pieces: readonly Piece[], asked: Asked): Numbered {
  const read = nothing()
  for (const question of asked.questions) {
    const said = pieces
      .filter((piece) => piece.question?.id === question.id)
      .map((piece) => withoutQuestion(piece.said, question).trim())
      .filter((words) => words !== '')
    if (said.length === 0) continue
    if (question.kind === 'open') read.words.push({ questionId: question.id, words: said.join('\n\n') })
    else if (question.kind === 'place') readPlace(read, question, said)
    else gatherMarks(read, question, { said, asked })
  }
  return read
}

/** Whoever repeats the question before the answer has not answered with it. */
function withoutQuestion(said: string, { wordings }: AskedQuestion): string {
  const folded = fold(said.trimStart())
  const repeated = wordings.find((wording) => folded.text.startsWith(wording))
  if (repeated === undefined) return said
  return originalFrom(folded, repeated.length).replace(/^[\s?？؟.:!*_]+/, '')
}

function readPlace(read: Numbered, question: AskedQuestion, said: readonly string[]): void {
  const [first = '', ...others] = said.flatMap((words) => words.split('\n'))
  read.place = { question, name: first.replace(/[\s.!،,]+$/, '').trim() }
  addBeside(read, others.join('\n'))
}

function gatherMarks(
  read: Numbered,
  question: AskedQuestion,
  { said, asked }: { said: readonly string[]; asked: Asked },
): void {
  const marks: NewMark[] = []
  const unread = (words: string, why: Unread['why']) =>
    read.unread.push({ place: question.place, said: `${question.place}: ${words}`, why })
  for (const words of said) {
    const folded = fold(words)
    const found = readMarks(question, folded.text, asked)
    if (!found) {
      unread(words, question.kind === 'choice' ? 'no-option' : 'no-mark')
      continue
    }
    marks.push(...found.marks)
    addBeside(read, originalFrom(folded, found.rest))
  }
  const distinct = [...new Map(marks.map((mark) => [mark.optionId, mark])).values()]
  const isUnclear = marks.some(({ optionId, mark }) =>
    distinct.some((other) => other.optionId === optionId && other.mark !== mark),
  )
  if (question.kind === 'choice' && distinct.length > question.mostChoices)
    unread(said.join(', '), 'too-many')
  else if (isUnclear) unread(said.join(', '), 'no-mark')
  else read.marks.push(...distinct)
}

function addBeside(read: Numbered, words: string): void {
  const more = words.trim()
  if (more === '' || isCourtesy(more)) return
  read.beside = read.beside === '' ? more : `${read.beside}\n\n${more}`
}

/** "Three things: 1. buses 2. trams": a list within somebody's words, and not our numbers. */
function isListInWords({ marks, place, unread }: Numbered, lead: string): boolean {
  return lead !== '' && !isCourtesy(lead) && marks.length === 0 && place === null && unread.length > 0
}

function withLead(
  read: Numbered,
  { lead, open, isAnswered }: { lead: string; open: AskedQuestion | undefined; isAnswered: boolean },
): Numbered {
  if (lead === '' || (isAnswered && isCourtesy(lead))) return read
  const isOpenAnswered = read.words.some(({ questionId }) => questionId === open?.id)
  if (open && !isOpenAnswered)
    return { ...read, words: [{ questionId: open.id, words: lead }, ...read.words] }
  return { ...read, beside: [lead, read.beside].filter((words) => words !== '').join('\n\n') }
}
