import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Head } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Call } from '../../../calls/index.ts'
import { m as twins } from '../../twins/messages.ts'
import type { HowItCame } from '../entries.ts'
import { m } from '../messages.ts'

interface Props {
  t: Translate
  call: Call
  came: readonly HowItCame[]
  isClerk: boolean
}

const CONSENTS: Readonly<Record<string, typeof m.cameSigned>> = { signed: m.cameSigned, spoken: m.cameSpoken }
const ROUTES: Readonly<Record<string, typeof m.routePaper>> = {
  paper: m.routePaper,
  meeting: m.routeMeeting,
  phone: m.routePhone,
}

export function EntriesPage({ t, call, came, isClerk }: Props) {
  return (
    <>
      <Head
        title={t(m.entriesTitle)}
        lead={t(isClerk ? m.entriesAll : m.entriesOwn)}
        facts={[
          <a href={`/calls/${call.number}`} lang={call.language} dir={directionOf(call.language)}>
            {call.title}
          </a>,
          <a href={`/calls/${call.number}/twins`}>{t(twins.title)}</a>,
        ]}
      />
      <Table
        caption={t(m.entriesTitle)}
        hideCaption
        folds
        columns={[m.number, m.route, m.helper, m.agreed, m.entered].map((heading) => ({
          heading: t(heading),
        }))}
        rows={came.map((one) => ({
          cells: [
            <a href={`/answers/${one.number}`}>{t.number(one.number)}</a>,
            routeWords(t, one.route),
            one.helper ?? t(m.helperGone),
            consentWords(t, one.consent),
            t.day(one.enteredAt),
          ],
        }))}
      />
    </>
  )
}

export function consentWords(t: Translate, consent: string): string {
  const words = CONSENTS[consent]
  return words ? t(words) : consent
}

export function routeWords(t: Translate, route: string): string {
  const words = ROUTES[route]
  return words ? t(words) : route
}
