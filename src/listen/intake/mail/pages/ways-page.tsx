import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { Call } from '../../../calls/index.ts'
import { m } from '../messages.ts'

export interface WaysPageProps {
  t: Translate
  call: Call
  /** Absent where this organisation takes none. */
  mail: string | null
  text: string | null
}

/** Where to write to, and what comes back. */
export function WaysPage({ t, call, mail, text }: WaysPageProps) {
  return (
    <>
      <Head title={t(m.waysTitle)} lead={t(m.waysLead, { body: call.body.name })} />
      <Words format="plain" words={call.promise} lang={call.language} dir={directionOf(call.language)} />
      {mail && (
        <Section heading={t(m.byMail)}>
          <p>
            <a href={`mailto:${mail}`} dir="ltr">
              {mail}
            </a>
          </p>
          <p>{t(m.byMailHow)}</p>
        </Section>
      )}
      {text && (
        <Section heading={t(m.byText)}>
          <p>
            <bdi dir="ltr">{text}</bdi>
          </p>
          <p>{t(m.byTextHow, { number: call.number })}</p>
        </Section>
      )}
      {!mail && !text && (
        <Empty
          title={t(m.noWays)}
          actions={<a href={`/calls/${call.number}`}>{call.title ?? call.number}</a>}
        />
      )}
    </>
  )
}
