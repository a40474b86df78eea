import type { FieldProblem } from '#core/http/answer.ts'
import { isLanguage } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Call } from '../../../calls/index.ts'
import { ownName } from '../../help/pages/languages-asked.tsx'
import { m } from '../messages.ts'
import type { Ways } from '../ways.ts'
import { type Batch, ForHelpers } from './paper-for-helpers.tsx'

export interface PaperProps {
  t: Translate
  call: Call
  languages: readonly string[]
  isOver: boolean
  ways: Ways
  /** For text messages; empty where there is none. */
  keyword: string
  /** Null for a reader. */
  helper: { batches: readonly Batch[]; isClerk: boolean } | null
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

export function PaperPage(props: PaperProps) {
  const { t, isOver, helper, problems } = props
  return (
    <>
      <Head title={t(m.title)} lead={t(m.lead)} />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={[...problems]} />}
      {isOver && (
        <Notice kind="soon">
          <p>{t(m.closed)}</p>
        </Notice>
      )}
      <HowItWorks {...props} />
      {!isOver && <BlankForms {...props} />}
      {helper && <ForHelpers {...props} helper={helper} />}
    </>
  )
}

function HowItWorks({ t, ways }: PaperProps) {
  return (
    <Section heading={t(m.steps)}>
      <ol>
        {[m.stepGet, m.stepWrite, m.stepKeep, m.stepBring].map((step) => (
          <li>{t(step)}</li>
        ))}
      </ol>
      {ways.bringTo && (
        <p>
          <strong>{t(m.bringHeading)}</strong> <Said lang="">{ways.bringTo}</Said>
        </p>
      )}
      {ways.phone && <p>{t(m.orCall, { phone: ways.phone })}</p>}
    </Section>
  )
}

function BlankForms({ t, call, languages }: PaperProps) {
  const href = (language: string, size: string) =>
    `/calls/${call.number}/paper/form.pdf?language=${language}&size=${size}`
  return (
    <Section heading={t(m.printOne)}>
      <ul>
        {languages.filter(isLanguage).flatMap((language) =>
          (['usual', 'large'] as const).map((size) => (
            <li>
              <a href={href(language, size)} hreflang={language}>
                {t(size === 'usual' ? m.usual : m.large, { language: ownName(language) })}
              </a>
            </li>
          )),
        )}
      </ul>
    </Section>
  )
}
