import type { ComponentChildren } from 'preact'
import { directionOf } from '#core/i18n/languages.ts'

export type InLanguageProps = {
  /** Of the words; empty where nobody knows it. */
  lang: string
  children: ComponentChildren
}

/** Words that somebody wrote, amid ours: a title in a sentence or a link. They say their language, and turn nothing around them. */
export function InLanguage({ lang, children }: InLanguageProps) {
  return (
    <bdi lang={lang} dir={lang === '' ? 'auto' : directionOf(lang)}>
      {children}
    </bdi>
  )
}
