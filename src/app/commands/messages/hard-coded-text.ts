type Names = readonly (string | RegExp)[]

const LANGUAGE_NAMES =
  /\b(English|Cymraeg|Polski|العربية|Français|Español|Română|Português|Türkçe|Gàidhlig|Gaeilge|Deutsch)\b/
const MONTHS = /\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/
const SPOKEN = /\b(alt|title|aria-label|placeholder|data-live-words)="([^"]*)"/g
/** A message, in which others may stand as values. */
const MESSAGE = /⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g
const ENTITIES = /&(#?\w+);/g

/**
 * Words of a page in the pseudo-language that stand outside every message, and marks glued behind one: other languages have
 * their own full stop and comma. `names` are what people and places are called; they stand as they are in every language.
 */
export function hardCodedIn(html: string, names: Names): string[] {
  if (!html.includes('⟦')) throw new Error('This page is not in the pseudo-language.')
  return textsOf(html).filter((text) => isHardCoded(text, names))
}

export function isHardCoded(text: string, names: Names): boolean {
  return /[A-Za-z]{2,}/.test(withoutNames(text, names)) || /⟧\s*[.,:;!?]/.test(text.replace(MESSAGE, '⟧'))
}

function textsOf(html: string): string[] {
  const visible = html
    // What stands in a box was typed by somebody.
    .replace(/<(style|script|svg|code|pre|kbd|samp|textarea)\b.*?<\/\1>/gs, '\n')
    // A language's own name, and the words of people, are marked with their language.
    .replace(/<(?!html|body)(\w+)[^>]*\blang="[^"]*"[^>]*>.*?<\/\1>/gs, '\n')
  const texts = visible.replace(/<[^>]*>/g, '\n').split('\n')
  const spoken = [...visible.matchAll(SPOKEN)].map(([, , text = '']) => text)
  return [...texts, ...spoken].map((text) => text.replace(ENTITIES, ' ').trim()).filter(Boolean)
}

/** A message begins and ends in brackets; what is left was written elsewhere. */
function withoutNames(text: string, names: Names): string {
  let left = text.replace(MESSAGE, '').replace(/⟦.*|.*⟧/g, '')
  for (const name of [...names, LANGUAGE_NAMES, MONTHS]) {
    if (!/[A-Za-z]{2,}/.test(left)) return left
    left = left.replaceAll(typeof name === 'string' ? name : new RegExp(name.source, 'g'), '')
  }
  return left
}
