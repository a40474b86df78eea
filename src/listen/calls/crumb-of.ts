import type { Translate } from '#core/i18n/translate.ts'
import { type Call, pathToCall } from './call.ts'
import { m } from './messages.ts'

/** The way to a call, above a page of it. */
export function crumbOf(
  t: Translate,
  { number, title, language }: Pick<Call, 'number' | 'title' | 'language'>,
) {
  return {
    label: title ?? t(m.untitled),
    href: pathToCall(number),
    lang: title === null ? undefined : language,
  }
}
