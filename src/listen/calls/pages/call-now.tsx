import type { Translate } from '#core/i18n/translate.ts'
import { REASON_MESSAGES } from '#ground/moderation/messages.ts'
import { Facts } from '#ui/facts/facts.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import { type Call, stateOf } from '../call.ts'
import { m } from '../messages.ts'
import type { CallPageProps } from './call-page.tsx'
import { CallMark, whenWords } from './calls-page.tsx'

type CallNowProps = Pick<CallPageProps, 't' | 'now' | 'call' | 'received' | 'held'>

/** Where it stands: the same for every reader of a language. */
export function CallNow({ t, now, call, received, held }: CallNowProps) {
  const state = stateOf(call, now)
  return (
    <Section heading={t(m.whereItStands)}>
      <p class="line">
        <CallMark t={t} state={state} />
        <span>{whenWords(t, { ...call, state })}</span>
      </p>
      <Facts
        facts={[
          { label: t(m.answersReceived), value: t.number(received) },
          { label: t(m.whoMayAnswer), value: audienceWords(t, call), plain: true },
          ...(call.helpersUntil > call.closesAt
            ? [
                {
                  label: t(m.helpersUntil),
                  value: t.moment(call.helpersUntil),
                  plain: true,
                },
              ]
            : []),
        ]}
      />
      <Held t={t} held={held} />
    </Section>
  )
}

/** Nothing is held back or removed silently: how often, and why. */
function Held({ t, held }: Pick<CallPageProps, 't' | 'held'>) {
  if (held.length === 0) return <p class="small quiet">{t(m.nothingHeld)}</p>
  return (
    <Table
      caption={t(m.heldCaption)}
      folds
      columns={[
        { heading: t(m.heldReason) },
        { heading: t(m.heldWaiting), numeric: true },
        { heading: t(m.heldShown), numeric: true },
        { heading: t(m.heldRemoved), numeric: true },
      ]}
      rows={held.map(({ reason, waiting, shown, removed }) => ({
        cells: [
          t(REASON_MESSAGES[reason as keyof typeof REASON_MESSAGES]),
          t.number(waiting),
          t.number(shown),
          t.number(removed),
        ],
      }))}
    />
  )
}

/** Who may answer, in words. */
export function audienceWords(t: Translate, { audience, audienceUnit }: Call): string {
  if (audience === 'members') return t(m.audienceMembers)
  return audienceUnit ? t(m.audienceUnit, { unit: audienceUnit.name }) : t(m.audienceAnyone)
}
