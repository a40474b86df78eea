import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, languageNamed } from '#core/i18n/languages.ts'

export interface ReadText {
  /** What the text takes in, each with how it is shown: `name`, `days:plural`, `count:number`. */
  values: Set<string>
  /** The forms of each plural: `{ days: [['one', 'other']] }`. */
  plurals: { name: string; forms: string[] }[]
  /** Words that stand in the text itself, without the values. */
  words: string
}

/** Reads a text in ICU MessageFormat; the reason in words where it cannot be read. */
export function readText(text: string, language: Language): ReadText | { broken: string } {
  try {
    const format = new IntlMessageFormat(text, languageNamed(language).intl, undefined, { ignoreTag: true })
    const read: ReadText = { values: new Set(), plurals: [], words: '' }
    gather(format.getAst(), read)
    return read
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) }
  }
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

// The kinds of element of intl-messageformat, by the number it gives them.
const KINDS = ['literal', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag']

function gather(elements: readonly Element[], read: ReadText): void {
  for (const element of elements) {
    const kind = KINDS[element.type] ?? 'argument'
    if (kind === 'literal' && 'value' in element) read.words += `${element.value} `
    if (kind === 'literal' || kind === 'pound' || !('value' in element)) continue
    read.values.add(`${element.value}:${kind}`)
    if (!('options' in element)) continue
    if (kind === 'plural') read.plurals.push({ name: element.value, forms: Object.keys(element.options) })
    for (const option of Object.values(element.options)) gather(option.value, read)
  }
}
