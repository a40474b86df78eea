import type { Translate } from '#core/i18n/translate.ts'
import { readableOf } from '#core/input/text.ts'
import type { Call, NewAnswer, NewMark, Question } from '../../calls/index.ts'
import { partnerMessages as m } from './messages.ts'

/** One answer as a partner brings it: a line of a table, or an object of the same names. */
export interface PartnerRow {
  /** The line of the table, or the place in the list, from one. */
  line: number
  cell(name: string): string
}

export interface RowProblem {
  line: number
  column: string
  message: string
}

export interface ReadingRows {
  call: Call
  /** Whose answers they are. */
  unit: { id: string }
  language: string
  /** Units by their slug, for questions about a place. */
  places: ReadonlyMap<string, string>
  t: Translate
}

const ID = /^[\x21-\x7e]{1,100}$/
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/

/** Reads `id`, `language` and, for each question by its place, `q1` (words, options or a unit's slug) or `q3.1` (a statement). */
export function readPartnerRow(
  row: PartnerRow,
  reading: ReadingRows,
): { id: string; answer: NewAnswer } | { problems: RowProblem[] } {
  const { call, unit, t } = reading
  const problems: RowProblem[] = []
  const complain = (column: string, message: string) => {
    problems.push({ line: row.line, column, message })
    return null
  }
  const id = row.cell('id').trim()
  if (!ID.test(id)) complain('id', t(m.idMissing))
  const language = row.cell('language').trim() || reading.language
  if (!LANGUAGE.test(language)) complain('language', t(m.languageUnknown))
  const given = call.questions.map((question) => readQuestion(row, question, { reading, complain }))
  if (problems.length > 0) return { problems }
  return {
    id,
    answer: {
      callId: call.id,
      route: 'partner',
      language,
      author: { authorship: 'anonymous' },
      standing: 'unknown',
      words: given.flatMap(({ words }) => words ?? []),
      marks: given.flatMap(({ marks }) => marks ?? []),
      unitId: given.find(({ unitId }) => unitId)?.unitId ?? null,
      source: `partner:${unit.id}:${call.number}:${id}`,
    },
  }
}

interface Given {
  words?: { questionId: string; words: string }
  marks?: NewMark[]
  unitId?: string
}

interface Means {
  reading: ReadingRows
  complain(column: string, message: string): null
}

function readQuestion(row: PartnerRow, question: Question, means: Means): Given {
  const column = `q${question.place}`
  const text = row.cell(column).trim()
  if (question.kind === 'statements') return { marks: readStatements(row, question, means) }
  if (text === '') return {}
  if (question.kind === 'open') return { words: { questionId: question.id, words: readableOf(text) } }
  if (question.kind === 'choice') return { marks: readChoice(text, question, means) }
  const unitId = means.reading.places.get(text) ?? means.complain(column, means.reading.t(m.placeUnknown))
  return unitId ? { unitId } : {}
}

/** `1;3`: the numbers of the options chosen. */
function readChoice(text: string, { place, options }: Question, { reading, complain }: Means): NewMark[] {
  return [...new Set(text.split(/[;,\s]+/).filter(Boolean))].flatMap((number) => {
    const option = options.find((one) => String(one.place) === number)
    if (option) return [{ optionId: option.id, mark: 1 as const }]
    complain(`q${place}`, reading.t(m.optionUnknown, { most: options.length }))
    return []
  })
}

const MARKS = { agree: 1, disagree: -1, pass: 0 } as const

function readStatements(
  row: PartnerRow,
  { place, options }: Question,
  { reading, complain }: Means,
): NewMark[] {
  return options.flatMap((option) => {
    const column = `q${place}.${option.place}`
    const text = row.cell(column).trim().toLowerCase()
    if (text === '') return []
    if (text === 'agree' || text === 'disagree' || text === 'pass')
      return [{ optionId: option.id, mark: MARKS[text] }]
    complain(column, reading.t(m.markUnknown))
    return []
  })
}
