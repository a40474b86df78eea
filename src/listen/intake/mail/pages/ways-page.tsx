import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { Call } from '../../../calls/index.ts'
import { formToFill, isOneOpenQuestion } from '../../numbered/how-to-answer.ts'
import { m } from '../messages.ts'
import { HowToNumber } from './how-to-number.tsx'

export interface WaysPageProps {
  t: Translate
  call: Call
  /** Absent where this organisation takes none. */
  mail: string | null
  text: string | null
  /** Stands for the number in a text message; empty for none. */
  keyword: string
}

/** Where to write to, and what comes back. */
export function WaysPage({ t, call, mail, text, keyword }: WaysPageProps) {
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
          <MailForm t={t} call={call} mail={mail} />
        </Section>
      )}
      {text && (
        <Section heading={t(m.byText)}>
          <p>
            <bdi dir="ltr">{text}</bdi>
          </p>
          <p>{t(m.byTextHow, { number: call.number })}</p>
          {keyword !== '' && (
            <p>{t(m.byTextKeyword, { keyword: keyword.toLocaleUpperCase(call.language) })}</p>
          )}
        </Section>
      )}
      {(mail || text) && !isOneOpenQuestion(call) && (
        <Section heading={t(m.byNumber)}>
          <HowToNumber t={t} call={call} />
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

/** Longer addresses are cut off by some programs, and then the last questions would be missing. */
const LONGEST_ADDRESS = 2_000

function MailForm({ t, call, mail }: { t: Translate; call: Call; mail: string }) {
  const href = `mailto:${mail}?body=${encodeURIComponent(formToFill(t, call))}`
  if (isOneOpenQuestion(call) || href.length > LONGEST_ADDRESS) return null
  return (
    <p>
      <a href={href}>{t(m.mailForm)}</a>
    </p>
  )
}
