import type { Translate } from '#core/i18n/translate.ts'
import { FORM_MESSAGES, FORMS, m } from '../messages.ts'

/** The way to a text's other forms, with what there is: `present` are names with commas between. */
export function FormsLink({ t, number, present }: { t: Translate; number: number; present: string }) {
  const there = FORMS.filter((form) => present.split(',').includes(form)).map((form) =>
    t(FORM_MESSAGES[form]),
  )
  return (
    <a href={`/forms/${number}`}>
      {there.length === 0 ? t(m.link) : t(m.linkWith, { forms: there.join(' · ') })}
    </a>
  )
}
