import type { Db, Tx } from '#core/db/connect.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { Call } from '../../calls/index.ts'
import { inEveryLanguage } from '../in-every-language.ts'
import { type Asked, askedIn } from './asked.ts'

/** A call as an answer in plain text is read against it, and as it reads in each of its languages. */
export interface AskedCall {
  asked: Asked
  /** In this language where it was translated; as it was written otherwise. */
  in(language: string): Call
}

interface Speaking {
  languages: readonly string[]
  speak(language: string): Translate
}

/** Its questions in every language they were translated into, and the words for agreeing of every language of the house. */
export async function askedOf(db: Db | Tx, call: Call, { languages, speak }: Speaking): Promise<AskedCall> {
  const calls = await inEveryLanguage(db, call)
  const spoken = languages.filter(isLanguage).map(speak)
  return {
    asked: askedIn(calls, spoken),
    in: (language) => calls.find((one) => one.language === language) ?? call,
  }
}
