import type { Exchange } from '#core/http/exchange.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { Shown } from '#ground/translations/translations-of.ts'
import { type Call, callToRead } from '../../calls/index.ts'

/** A call in the language in which a helper asks it. */
export interface AskedIn {
  call: Call
  /** All it can be asked in, its own first. */
  languages: readonly string[]
  /** Whose words they are; null for the original. */
  shown: Shown | null
  /** The sentences around it, in the same language where we speak it. */
  say: Translate
}

/** The name of the choice, in the address and in the form. */
export const ASKED_IN = 'asked_in'

type Asking = Pick<Exchange, 'db' | 'form' | 'query' | 'language' | 'house' | 't' | 'tIn'>

/** In the language that was chosen, or else the helper's own, as far as it was translated; as it was written otherwise. */
export async function askedIn(x: Asking, call: Call): Promise<AskedIn> {
  const chosen = x.form[ASKED_IN] ?? x.query[ASKED_IN]
  const wanted = typeof chosen === 'string' && chosen !== '' ? chosen : x.language
  const { call: asked, translated } = await callToRead(x.db, call, wanted)
  const { language } = asked
  const isSpoken = isLanguage(language) && x.house.languages.includes(language)
  return {
    call: asked,
    languages: [call.language, ...translated.languages],
    shown: translated.matter,
    say: isSpoken ? x.tIn(language) : x.t,
  }
}
