import type { Translate } from '#core/i18n/translate.ts'
import type { Linked } from '#ground/matters/provenance-of.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { GatheringStep } from '../changes-of.ts'
import { doorMessages } from '../door-messages.ts'
import type { Gathering } from '../find-gathering.ts'
import { m } from '../messages.ts'
import { headcountWords } from './gathering-item.tsx'
import { HeardList } from './heard-list.tsx'

/** What was heard there. */
export function Heard({
  t,
  gathering,
  heard,
}: {
  t: Translate
  gathering: Gathering
  heard: readonly Linked[]
}) {
  const { peopleThere } = gathering
  if (peopleThere === null && heard.length === 0) return null
  return (
    <Section heading={t(m.heardHere)} note={t(m.heardNote)} id="heard">
      {peopleThere !== null && <p>{headcountWords(t, peopleThere)}</p>}
      <HeardList heard={heard} />
    </Section>
  )
}

interface ChangesProps {
  t: Translate
  steps: readonly GatheringStep[]
  /** Of the gathering: whoever changes it writes to those who come in theirs. */
  language: string
}

/** Every change, with its reason. */
export function Changes({ t, steps, language }: ChangesProps) {
  return (
    <Section heading={t(m.changes)}>
      <RuledList>
        {steps.map(({ kind, at, reason }) => (
          <Item facts={[t.moment(at)]} kind={t(entryGloss(kind))}>
            {reason && (
              <p>
                <InLanguage lang={language}>{reason}</InLanguage>
              </p>
            )}
          </Item>
        ))}
      </RuledList>
    </Section>
  )
}

/** For whoever organises it. */
export function Organise({
  t,
  gathering: { number, cancelledReason },
}: {
  t: Translate
  gathering: Gathering
}) {
  return (
    <Section heading={t(m.organise)}>
      <ul class="bare stack tight">
        {cancelledReason === null && (
          <li>
            <a href={`/gatherings/${number}/details`}>{t(m.change)}</a>
          </li>
        )}
        <li>
          <a href={`/gatherings/${number}/registered`}>{t(m.seeRegistered)}</a>
        </li>
        <li>
          <a href={`/gatherings/${number}/door`}>{t(doorMessages.toDoor)}</a>
        </li>
        <li>
          <a href={`/gatherings/${number}/heard`}>{t(m.enterHeard)}</a>
        </li>
      </ul>
    </Section>
  )
}
