import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Words } from '#ui/words/words.tsx'
import { partHash } from '../segments.ts'
import type { Shown } from '../translations-of.ts'
import { InOriginal, TranslatedNote } from './translated.tsx'

interface InTranslationProps {
  t: Translate
  /** Null: it is read as it was written. */
  shown: Shown | null
  original: { language: string; title: string; about: string; format: 'light' | 'plain' }
}

/** Of a text that has a title and says what it is about: who translated it, with the original one click away. */
export function InTranslation({ t, shown, original }: InTranslationProps) {
  if (!shown) return null
  const { language, title, about, format } = original
  const said = new Map([
    ['title', title],
    ['about', about],
  ])
  const isOld = [...shown.parts].some(
    ([part, { originalHash }]) => !originalHash.equals(partHash(said.get(part) ?? '')),
  )
  const [lang, dir] = [language, directionOf(language)]
  return (
    <>
      <TranslatedNote t={t} shown={shown} from={language} isOld={isOld} />
      <InOriginal t={t} language={language}>
        <p lang={lang} dir={dir}>
          {title}
        </p>
        {about !== '' && <Words words={about} format={format} lang={lang} dir={dir} />}
      </InOriginal>
    </>
  )
}
