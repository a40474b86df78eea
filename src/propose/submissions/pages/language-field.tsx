import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName, WRITTEN_LANGUAGES } from '#core/i18n/written-languages.ts'
import { SelectField } from '#ui/field/fields.tsx'
import { m } from '../messages.ts'

interface LanguageFieldProps {
  t: Translate
  /** A tag, or empty: then it is to be guessed. */
  value: string
  hint: string
  error?: string
  /** Whether it may be left to be guessed. */
  mayGuess?: boolean
}

/** The language of the words, each by its own name; one we guessed is among them, whichever it is. */
export function LanguageField({ t, value, hint, error, mayGuess }: LanguageFieldProps) {
  const tags = [...new Set([...WRITTEN_LANGUAGES, ...(value ? [value] : [])])]
  const named = tags.map((tag) => ({
    value: tag,
    label: languageName(tag, tag),
    lang: tag,
    dir: directionOf(tag),
  }))
  return (
    <SelectField
      name="language"
      label={t(m.languageLabel)}
      hint={hint}
      error={error}
      value={value}
      options={mayGuess ? [{ value: '', label: t(m.languageGuess) }, ...named] : named}
    />
  )
}
