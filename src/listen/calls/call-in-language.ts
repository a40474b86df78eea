import type { Db, Tx } from '#core/db/connect.ts'
import type { SaidPart } from '#core/slice/define-slice.ts'
import { type Shown, type Translated, translationsOf } from '#ground/translations/translations-of.ts'
import type { Call } from './call.ts'
import { callById } from './find-call.ts'

const partOf = {
  question: (place: number) => `question.${place}`,
  help: (place: number) => `help.${place}`,
  option: (question: number, place: number) => `option.${question}.${place}`,
}

/** Everything an announced call says: what it is about, its promise, each question with its help and its options. */
export async function partsOf(db: Db | Tx, callId: string): Promise<readonly SaidPart[]> {
  const call = await callById(db, callId)
  if (call?.visibility !== 'public' || call.title === null) return []
  const plain = (part: string, words: string) => ({ part, words, format: 'plain' as const })
  const parts: SaidPart[] = [
    plain('title', call.title),
    { part: 'about', words: call.about, format: 'light' },
    plain('promise', call.promise),
    ...call.questions.flatMap(({ place, wording, help, options }) => [
      plain(partOf.question(place), wording),
      plain(partOf.help(place), help),
      ...options.map((option) => plain(partOf.option(place, option.place), option.wording)),
    ]),
  ]
  return parts.filter(({ words }) => words.trim() !== '')
}

/** A call as somebody reads it: in their language where it was translated, with what is to be said of that. */
export interface CallToRead {
  call: Call
  /** The language it was written in. */
  original: string
  translated: Translated
}

export async function callToRead(db: Db, call: Call, language: string): Promise<CallToRead> {
  const translated = await translationsOf(db, { textId: call.id, language })
  const read = translated.matter ? inLanguage(call, translated.matter) : call
  return { call: read, original: call.language, translated }
}

/** The same call as a reader of another language reads it; what is not translated stays as it is. */
export function inLanguage(call: Call, shown: Shown): Call {
  const said = (part: string, original: string) => shown.parts.get(part)?.words || original
  return {
    ...call,
    language: shown.language,
    title: call.title === null ? null : said('title', call.title),
    about: said('about', call.about),
    promise: said('promise', call.promise),
    questions: call.questions.map((question) => ({
      ...question,
      wording: said(partOf.question(question.place), question.wording),
      help: said(partOf.help(question.place), question.help),
      options: question.options.map((option) => ({
        ...option,
        wording: said(partOf.option(question.place, option.place), option.wording),
      })),
    })),
  }
}
