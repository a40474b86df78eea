import type { Translate } from '#core/i18n/translate.ts'
import type { Gathering } from './find-gathering.ts'
import { m } from './messages.ts'

/** The way to a gathering, above a page of it. */
export function crumbsTo(t: Translate, { number, title, language }: Gathering) {
  return [
    { label: t(m.gatherings), href: '/gatherings' },
    { label: title, href: `/gatherings/${number}`, lang: language },
  ]
}
