import type { ComponentChildren } from 'preact'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName } from '#core/i18n/written-languages.ts'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Words } from '#ui/words/words.tsx'
import { m } from '../messages.ts'
import { languagesOfText, type PublishedText } from '../published-text.ts'
import { partHash } from '../segments.ts'
import type { Shown, TranslatedTitle } from '../translations-of.ts'

interface Original {
  words: string
  format: string
  language: string
}

/** Who translated it, that the original counts, and the way to say it better. */
export function TranslatedNote({
  t,
  shown,
  from,
  isOld,
}: {
  t: Translate
  shown: Pick<Shown, 'id' | 'shownAs'>
  /** The language of the original. */
  from: string
  isOld?: boolean
}) {
  const language = languageName(from, t.language)
  return (
    <p class="small quiet">
      {t(shown.shownAs === 'machine' ? m.byMachine : m.byVolunteers, { language })}{' '}
      {isOld && `${t(m.changedSince)} `}
      <a href={`/translations/${shown.id}/suggestions/new`}>{t(m.better)}</a>
    </p>
  )
}

/** The translation of one part with its note, and the original to be opened below it. */
export function TranslatedWords({
  t,
  shown,
  part,
  original,
  under,
}: {
  t: Translate
  shown: Shown
  part: string
  original: Original
  under?: number
}) {
  const translated = shown.parts.get(part)
  if (!translated) return <OriginalWords original={original} under={under} />
  const isOld = !translated.originalHash.equals(partHash(original.words))
  return (
    <>
      <Words
        words={translated.words}
        format={original.format}
        lang={shown.language}
        dir={directionOf(shown.language)}
        under={under}
      />
      <TranslatedNote t={t} shown={shown} from={original.language} isOld={isOld} />
      <InOriginal t={t} language={original.language}>
        <OriginalWords original={original} under={under} />
      </InOriginal>
    </>
  )
}

function OriginalWords({ original, under }: { original: Original; under?: number }) {
  const { words, format, language } = original
  return <Words words={words} format={format} lang={language} dir={directionOf(language)} under={under} />
}

/** The original, to be opened by whoever wants to compare. */
export function InOriginal({
  t,
  language,
  children,
}: {
  t: Translate
  language: string
  children: ComponentChildren
}) {
  return (
    <details>
      <summary>{t(m.showOriginal, { language: languageName(language, t.language) })}</summary>
      {children}
    </details>
  )
}

/** "translated from Urdu by a machine": the fact beside a title in a list. */
export function titleFact(t: Translate, { shownAs }: Pick<TranslatedTitle, 'shownAs'>, from: string): string {
  const language = languageName(from, t.language)
  return t(shownAs === 'machine' ? m.titleByMachine : m.titleByVolunteers, { language })
}

interface Titled {
  title: string | null
  language: string
  translated?: TranslatedTitle
}

/** A title as the reader of a list reads it, in the language it is in; null words for one that nobody may read. */
export function titleToRead(t: Translate, { title, language, translated }: Titled) {
  const isTranslated = title !== null && translated !== undefined
  const lang = isTranslated ? t.language : language
  return {
    words: isTranslated ? translated.title : title,
    lang: title === null ? undefined : lang,
    dir: title === null ? undefined : directionOf(lang),
    facts: isTranslated ? [titleFact(t, translated, language)] : [],
  }
}

/** The way to a matter’s other languages; the volunteers begin there too. */
export function OtherLanguages({
  t,
  number,
  text,
  languages,
}: {
  t: Translate
  number?: number
  /** A text that is known by a name. */
  text?: Pick<PublishedText, 'number' | 'slug'>
  languages: readonly string[]
}) {
  const names = languages.map((tag) => <InLanguage lang={tag}>{languageName(tag, tag)}</InLanguage>)
  return (
    <a href={languagesOfText(text ?? { number: number ?? null, slug: null })}>
      {names.length === 0
        ? t(m.inOtherLanguages)
        : t.around(m.inTheseLanguages, { languages: <>{t.list(names)}</> })}
    </a>
  )
}
