import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { m } from './messages.ts'

const NAMES: Readonly<Record<string, Message<Plain>>> = {
  title: m.partTitle,
  words: m.partWords,
  reason: m.partReason,
  about: m.partAbout,
  promise: m.partPromise,
  summary: m.partSummary,
  purpose: m.partPurpose,
  kept: m.partKept,
  seen: m.partSeen,
  published: m.partPublished,
  objecting: m.partObjecting,
  question: m.partQuestion,
  help: m.partQuestion,
  option: m.partOption,
}

/** "Words, paragraph 2": `question.3` is a part of the sort `question`. */
export function paragraphName(t: Translate, { part, place }: { part: string; place: number }): string {
  const number = part.split('.')[1]
  const said = partName(t, part)
  return t(m.paragraphOf, { part: number ? `${said} ${number}` : said, place: place + 1 })
}

/** "Title, words, question": each sort of part once. */
export function partNames(t: Translate, parts: readonly string[]): string {
  const names = [...new Set(parts.map((part) => partName(t, part)))]
  return new Intl.ListFormat(t.language, { type: 'unit', style: 'short' }).format(names)
}

function partName(t: Translate, part: string): string {
  const [sort = ''] = part.split('.')
  const name = NAMES[sort]
  return name ? t(name) : part
}
