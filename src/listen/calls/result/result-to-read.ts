import type { Db } from '#core/db/connect.ts'
import { type SaidIn, saidIn } from '#ground/translations/said-in.ts'
import type { Call } from '../call.ts'
import { type CallToRead, callToRead } from '../call-in-language.ts'
import { callById } from '../find-call.ts'
import type { CallFigures } from './figures.ts'
import { figuresOf, type ResultSeen } from './find-result.ts'

/** A result as somebody reads it: its questions and options in their language where the call was translated. */
export interface ResultToRead extends CallToRead {
  figures: CallFigures | null
  /** The questions as they were asked, by their place. */
  asked: ReadonlyMap<number, Asked>
  /** Names of themes and reasons of decisions in the reader's language. */
  said: SaidIn
}

export interface Asked {
  wording: string
  options: readonly string[]
}

export async function resultToRead(db: Db, seen: ResultSeen, language: string): Promise<ResultToRead> {
  const [call, figures] = await Promise.all([callById(db, seen.id), figuresOf(db, seen.id, seen)])
  if (!call) throw new Error('A call is gone that was just there.')
  const [read, said] = await Promise.all([
    callToRead(db, call, language),
    saidIn(db, language, themesIn(figures)),
  ])
  const asked = call.questions.map(
    ({ place, wording, options }) =>
      [place, { wording, options: options.map((one) => one.wording) }] as const,
  )
  return {
    ...read,
    figures: figures && (read.translated.matter ? saidAs(read.call, figures) : figures),
    asked: new Map(asked),
    said,
  }
}

const themesIn = (figures: CallFigures | null): number[] =>
  figures?.questions.flatMap(({ themes }) => themes.map(({ number }) => number)) ?? []

/** The same figures under the questions and options as this call words them. */
function saidAs({ questions }: Call, figures: CallFigures): CallFigures {
  const byPlace = new Map(questions.map((question) => [question.place, question]))
  return {
    ...figures,
    questions: figures.questions.map((question) => {
      const said = byPlace.get(question.place)
      const options = new Map(said?.options.map(({ place, wording }) => [place, wording]))
      return {
        ...question,
        wording: said?.wording ?? question.wording,
        options: question.options.map((one) => ({ ...one, wording: options.get(one.place) ?? one.wording })),
      }
    }),
  }
}
