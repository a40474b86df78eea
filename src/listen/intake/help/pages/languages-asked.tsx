import { directionOf, isLanguage, languageNamed } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName } from '#core/i18n/written-languages.ts'
import { TranslatedNote } from '#ground/translations/pages/translated.tsx'
import { ASKED_IN, type AskedIn } from '../asked-in.ts'
import { m } from '../messages.ts'

interface Props {
  t: Translate
  asked: AskedIn
  /** Of this page, without the choice. */
  href: string
}

/** In which language the questions stand here, and the others there are; chosen before anything is typed. */
export function LanguagesAsked({ t, asked, href }: Props) {
  const { call, languages, shown } = asked
  const [original = call.language] = languages
  if (languages.length < 2) return null
  return (
    <>
      <nav class="tabs" aria-label={t(m.askedIn)}>
        <ul class="bare">
          {languages.map((language) => (
            <li>
              <a
                href={`${href}?${ASKED_IN}=${language}`}
                aria-current={language === call.language ? 'page' : undefined}
                hreflang={language}
                lang={language}
                dir={directionOf(language)}
              >
                {ownName(language)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown && <TranslatedNote t={t} shown={shown} from={original} />}
    </>
  )
}

/** As its speakers call it. */
export function ownName(language: string): string {
  return isLanguage(language) ? languageNamed(language).name : languageName(language, language)
}
