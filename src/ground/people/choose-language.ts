import { type Answer, seeOther } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { withinHouse } from '#core/http/send-answer.ts'
import { isLanguage } from '#core/i18n/languages.ts'

const A_YEAR_SECONDS = 31_536_000

/** Keeps the reader's choice of language in a cookie and leads back to where they were. */
export async function chooseLanguage(x: Exchange): Promise<Answer> {
  const { lang, to } = x.query
  const back = typeof to === 'string' ? withinHouse(to) : '/'
  return seeOther(back, isLanguage(lang) ? [{ name: 'lang', value: lang, maxAge: A_YEAR_SECONDS }] : [])
}
