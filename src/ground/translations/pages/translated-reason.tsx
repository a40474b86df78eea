import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { TranslatedReason } from '#ground/matters/pages/story-thread.tsx'
import type { Step } from '#ground/matters/story-of.ts'
import type { SaidElsewhere } from '../said-in.ts'
import { partHash } from '../segments.ts'
import type { Translated } from '../translations-of.ts'
import { InOriginal, TranslatedNote } from './translated.tsx'

/** The reason of a step in the reader's language, with its note and the body's own words to be opened. */
export function reasonIn(t: Translate, step: Step, { reasons }: Translated): TranslatedReason | null {
  const own = reasonOf(step)
  const shown = reasons.get(step.entryId)
  const translated = shown?.parts.get('reason')
  if (!own || !shown || !translated) return null
  const isOld = !translated.originalHash.equals(partHash(own.reason))
  return reasonSaid(t, own, { ...shown, words: translated.words, isOld })
}

/** The reason that a step tells, with its language. */
export function reasonOf({ words }: Pick<Step, 'words'>): Reason | null {
  const { reason, language } = words ?? {}
  return typeof reason === 'string' && typeof language === 'string' ? { reason, language } : null
}

interface Reason {
  reason: string
  /** Of the reason. */
  language: string
}

/** A reason as its reader reads it, with the note that it is a translation and the body's own words to be opened. */
export function reasonSaid(
  t: Translate,
  { reason, language }: Reason,
  said: (Omit<SaidElsewhere, 'from'> & { isOld?: boolean }) | null,
): TranslatedReason | null {
  if (!said || language === said.language) return null
  const note = (
    <>
      <TranslatedNote t={t} shown={said} from={language} isOld={said.isOld} />
      <InOriginal t={t} language={language}>
        <blockquote class="why" lang={language} dir={directionOf(language)}>
          {reason}
        </blockquote>
      </InOriginal>
    </>
  )
  return { words: said.words, language: said.language, note }
}
