import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, languageNamed } from './languages.ts'
import type { Message, Plain } from './messages.ts'

/** Says a message in one language: `t(m.withdrawnBy, { name, date })`. */
export interface Translate {
  (message: Message<Plain>): string
  <Values>(message: Message<Values>, values: Values): string
  /** The same in pieces, where a value is a piece of the page: a title in its own language, a key, a link. */
  around<Values, Piece extends object>(
    message: Message<Values>,
    values: { [Name in keyof Values]: Values[Name] | Piece },
  ): (string | Piece)[]
  /** Several, with this language's commas between. */
  list<Piece>(pieces: readonly Piece[]): (string | Piece)[]
  readonly language: Language
  /** The day in words: `22 November 2026`. */
  day(at: Date): string
  /** Day and time in 24 hours: `22 November 2026, 19:50`. */
  moment(at: Date): string
  /** A figure with a thin space between thousands: `40 118`. */
  number(value: number): string
  percent(share: number): string
}

/** Every language's texts by message id; English stands in the code. */
export type Catalogue = ReadonlyMap<string, string>

/** A translator for one language. Missing texts fall back to English, and the messages check says which are missing. */
export function translator(language: Language, catalogue: Catalogue): Translate {
  const formats = new Map<string, IntlMessageFormat>()
  const { intl: locale, comma } = languageNamed(language)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })

  function formatOf(message: { id: string; english: string }): IntlMessageFormat {
    const known = formats.get(message.id)
    if (known) return known
    const text = catalogue.get(message.id) ?? message.english
    const format = new IntlMessageFormat(language === 'en-XA' ? pseudo(text) : text, locale, undefined, {
      ignoreTag: true,
    })
    formats.set(message.id, format)
    return format
  }

  function format(message: { id: string; english: string }, values?: object): string {
    const said = formatOf(message).format(values as Record<string, string>)
    return typeof said === 'string' ? said : String(said)
  }

  return Object.assign(format, {
    language,
    list: <Piece>(pieces: readonly Piece[]) =>
      pieces.flatMap((piece, at) => (at === 0 ? [piece] : [`${comma} `, piece])),
    around: <Piece extends object>(message: { id: string; english: string }, values: object) => {
      const said = formatOf(message).format<Piece>(values as Record<string, string | Piece>)
      return Array.isArray(said) ? said : [said]
    },
    day: (at: Date) => day.format(at),
    moment: (at: Date) => `${day.format(at)}${comma} ${time.format(at)}`,
    number: (value: number) => withThinSpaces(value),
    percent: (share: number) => percent.format(share),
  })
}

function withThinSpaces(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u202f') : whole
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

const ACCENTED: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  u: 'ú',
  y: 'ý',
  z: 'ž',
}

/** Accents the words between braces' values and lengthens them by brackets, so that hard-coded text stands out. */
function pseudo(icu: string): string {
  let depth = 0
  const accented = [...icu].map((letter) => {
    if (letter === '{') depth += 1
    if (letter === '}') depth -= 1
    return depth === 0 ? (ACCENTED[letter] ?? letter) : letter
  })
  return `⟦${accented.join('')}⟧`
}
