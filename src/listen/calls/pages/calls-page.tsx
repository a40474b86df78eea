import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { titleFact } from '#ground/translations/pages/translated.tsx'
import type { TranslatedTitle } from '#ground/translations/translations-of.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Head } from '#ui/head/head.tsx'
import { Mark } from '#ui/mark/mark.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { type CallState, pathToCall } from '../call.ts'
import type { ListedCall } from '../list-calls.ts'
import { m } from '../messages.ts'

interface CallsPageProps {
  t: Translate
  calls: readonly ListedCall[]
  /** Titles in the reader's language, by the id of the call. */
  titles: ReadonlyMap<string, TranslatedTitle>
  mayWrite: boolean
}

/** Calls by where they stand: what can be answered now comes first. */
export function CallsPage({ t, calls, titles, mayWrite }: CallsPageProps) {
  const of = (state: CallState) => calls.filter((call) => call.state === state)
  const soonestFirst = of('open').toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime())
  return (
    <>
      <Head
        title={t(m.calls)}
        lead={t(m.callsLead)}
        actions={
          mayWrite ? (
            <Button href="/calls/new" kind="second">
              {t(m.newCall)}
            </Button>
          ) : undefined
        }
      />
      <Section heading={t(m.openNow)}>
        {soonestFirst.length === 0 ? (
          <Empty title={t(m.noneOpen)} actions={<a href="/submissions/new">{t(m.noneOpenAction)}</a>}>
            {t(m.noneOpenHint)}
          </Empty>
        ) : (
          <Calls t={t} titles={titles} calls={soonestFirst} />
        )}
      </Section>
      {of('coming').length > 0 && (
        <Section heading={t(m.coming)}>
          <Calls t={t} titles={titles} calls={of('coming')} />
        </Section>
      )}
      {of('finished').length > 0 && (
        <Section heading={t(m.finished)}>
          <Calls t={t} titles={titles} calls={of('finished')} />
        </Section>
      )}
    </>
  )
}

function Calls({ t, calls, titles }: Pick<CallsPageProps, 't' | 'calls' | 'titles'>) {
  return (
    <RuledList>
      {calls.map((call) => (
        <Item
          title={{
            ...titleOf(t, call, titles.get(call.id)),
            href: pathToCall(call.number),
          }}
          mark={<CallMark t={t} state={call.state} />}
          facts={[
            t(m.askedBy, { body: call.bodyName }),
            whenWords(t, call),
            t(m.receivedSoFar, { count: call.received }),
            ...factOf(t, call, titles.get(call.id)),
          ]}
        />
      ))}
    </RuledList>
  )
}

/** When it opens, closes or closed. */
export function whenWords(t: Translate, call: { state: CallState; opensAt: Date; closesAt: Date }): string {
  if (call.state === 'coming') return t(m.opensAt, { moment: t.moment(call.opensAt) })
  const moment = t.moment(call.closesAt)
  return call.state === 'open' ? t(m.closesAt, { moment }) : t(m.closedAt, { moment })
}

const MARKS = {
  coming: { status: 'received', words: m.stateComing },
  open: { status: 'open', words: m.stateOpen },
  finished: { status: 'answered', words: m.stateFinished },
} as const

export function CallMark({ t, state }: { t: Translate; state: CallState }) {
  return <Mark status={MARKS[state].status}>{t(MARKS[state].words)}</Mark>
}

function factOf(t: Translate, { language }: ListedCall, translated: TranslatedTitle | undefined): string[] {
  return translated ? [titleFact(t, translated, language)] : []
}

/** In the reader's language where there is one. */
function titleOf(t: Translate, { title, language }: ListedCall, translated: TranslatedTitle | undefined) {
  if (title === null) return { words: t(m.untitled) }
  if (translated) return { words: translated.title, lang: t.language, dir: directionOf(t.language) }
  return { words: title, lang: language, dir: directionOf(language) }
}
