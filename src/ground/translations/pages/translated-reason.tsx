import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { TranslatedReason } from '#ground/matters/pages/story-thread.tsx'
import type { Step } from '#ground/matters/story-of.ts'
import { partHash } from '../segments.ts'
import type { Translated } from '../translations-of.ts'
import { InOriginal, TranslatedNote } from './translated.tsx'

/** The reason of a step in the reader's language, with its note and the body's own words to be opened. */
export function reasonIn(t: Translate, step: Step, { reasons }: Translated): TranslatedReason | null {
  const shown = reasons.get(step.entryId)
  const translated = shown?.parts.get('reason')
  const reason = step.words?.reason
  const language = step.words?.language
  if (!shown || !translated || typeof reason !== 'string' || typeof language !== 'string') return null
  if (language === shown.language) return null
  const isOld = !translated.originalHash.equals(partHash(reason))
  const note = (
    <>
      <TranslatedNote t={t} shown={shown} from={language} isOld={isOld} />
      <InOriginal t={t} language={language}>
        <blockquote class="why" lang={language} dir={directionOf(language)}>
          {reason}
        </blockquote>
      </InOriginal>
    </>
  )
  return { words: translated.words, language: shown.language, note }
}
