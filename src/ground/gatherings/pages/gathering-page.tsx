import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import type { Linked } from '#ground/matters/provenance-of.ts'
import { entryGloss } from '#ground/record/entry-types.ts'
import { Button } from '#ui/button/button.tsx'
import { type Fact, Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { GatheringStep } from '../changes-of.ts'
import type { Access, Gathering } from '../find-gathering.ts'
import { ACCESS_FACTS, ACCESS_WORDS, AUDIENCE_WORDS } from '../gathering-kinds.ts'
import { whenWords } from '../local-time.ts'
import { m } from '../messages.ts'
import { registrationMessages } from '../registration-messages.ts'
import { headcountWords, kindWords } from './gathering-item.tsx'

export interface GatheringPageProps {
  t: Translate
  now: Date
  gathering: Gathering
  access: readonly Access[]
  registered: { placed: number; waiting: number }
  steps: readonly GatheringStep[]
  heard: readonly Linked[]
  /** The reader comes from giving up their place. */
  isGivenUp: boolean
  isOrganiser: boolean
}

/** A gathering in public. */
export function GatheringPage(props: GatheringPageProps) {
  const { t, now, gathering } = props
  const { number, title, language, cancelledReason } = gathering
  const isOver = gathering.endsAt <= now
  return (
    <>
      <Head
        title={title}
        lang={language}
        dir={directionOf(language)}
        facts={[kindWords(t, gathering.kind), whoHolds(t, gathering), whenWords(t, gathering)]}
        actions={
          <>
            {!isOver && cancelledReason === null && (
              <Button href={`/gatherings/${number}/registration`}>{t(m.register)}</Button>
            )}
            <a href={`/gatherings/${number}.ics`}>{t(m.calendarFile)}</a>
          </>
        }
      />
      {props.isGivenUp && (
        <Notice kind="good" announced>
          <p>{t(registrationMessages.cancelled)}</p>
        </Notice>
      )}
      {cancelledReason !== null && (
        <Notice kind="late">
          <p>{t(m.calledOffWhy, { reason: cancelledReason })}</p>
        </Notice>
      )}
      {isOver && cancelledReason === null && <p class="quiet">{t(m.isOver)}</p>}
      <WhenAndWhere {...props} />
      <AccessPart t={t} access={props.access} />
      <Heard {...props} />
      <Changes t={t} steps={props.steps} />
      {props.isOrganiser && <Organise t={t} gathering={gathering} />}
    </>
  )
}

function whoHolds(t: Translate, { unitName, unitSlug, bodyName, bodySlug }: Gathering) {
  if (bodyName === null) return <a href={`/units/${unitSlug}`}>{unitName}</a>
  return <a href={`/bodies/${bodySlug}`}>{t(m.by, { body: bodyName, unit: unitName })}</a>
}

function WhenAndWhere({ t, now, gathering, registered }: GatheringPageProps) {
  const { about, address, onlineUrl, audience, contact, language } = gathering
  const online = t(address === '' ? m.onlineOnly : m.onlineForRegistered)
  const facts: Fact[] = [
    { label: t(m.whenLabel), value: whenWords(t, gathering), plain: true },
    { label: t(m.where), value: <WhereWords address={address} online={onlineUrl && online} />, plain: true },
    { label: t(m.forWhom), value: audienceWords(t, audience), plain: true },
    // Afterwards nobody needs to know how many places were free.
    ...(gathering.endsAt > now
      ? [{ label: t(m.places), value: placesWords(t, gathering, registered), plain: true }]
      : []),
    { label: t(m.contact), value: <span dir="auto">{contact}</span>, plain: true },
  ]
  return (
    <Section heading={t(m.facts)}>
      <Facts lines facts={facts} />
      {about !== '' && <Words words={about} format="light" lang={language} dir={directionOf(language)} />}
    </Section>
  )
}

function WhereWords({ address, online }: { address: string; online: string | null }) {
  return (
    <>
      {address && <span dir="auto">{address}</span>}
      {address && online && <br />}
      {online}
    </>
  )
}

export function audienceWords(t: Translate, audience: string): string {
  return Object.hasOwn(AUDIENCE_WORDS, audience)
    ? t(AUDIENCE_WORDS[audience as keyof typeof AUDIENCE_WORDS])
    : audience
}

function placesWords(
  t: Translate,
  { places }: Gathering,
  { placed, waiting }: GatheringPageProps['registered'],
): string {
  if (places === null) return t(m.noLimit)
  return placed < places ? t(m.placesLeft, { left: places - placed, places }) : t(m.full, { waiting })
}

/** What was not said is said to be so: silence is no yes. */
function AccessPart({ t, access }: { t: Translate; access: readonly Access[] }) {
  const facts = ACCESS_FACTS.map((fact) => {
    const said = access.find((one) => one.fact === fact)
    const answer = said ? t(said.isThere ? m.yes : m.no) : t(m.notSaid)
    const value = said?.detail ? (
      <>
        {answer} <span dir="auto">({said.detail})</span>
      </>
    ) : (
      answer
    )
    return { label: t(ACCESS_WORDS[fact]), value, plain: true }
  })
  return (
    <Section heading={t(m.access)} note={t(m.accessNote)} id="access">
      <Facts lines facts={facts} />
    </Section>
  )
}

function Heard({ t, gathering, heard }: GatheringPageProps) {
  const { peopleThere } = gathering
  if (peopleThere === null && heard.length === 0) return null
  return (
    <Section heading={t(m.heardHere)} note={t(m.heardNote)} id="heard">
      {peopleThere !== null && <p>{headcountWords(t, peopleThere)}</p>}
      <RuledList>
        {heard.map((one) => (
          <Item
            kind={String(one.number)}
            title={{
              words: one.title ?? '…',
              href: pathTo(one),
              lang: one.language,
              dir: directionOf(one.language),
            }}
          />
        ))}
      </RuledList>
    </Section>
  )
}

function Changes({ t, steps }: { t: Translate; steps: readonly GatheringStep[] }) {
  return (
    <Section heading={t(m.changes)}>
      <RuledList>
        {steps.map(({ kind, at, reason }) => (
          <Item facts={[t.moment(at)]} kind={t(entryGloss(kind))}>
            {reason && <p dir="auto">{reason}</p>}
          </Item>
        ))}
      </RuledList>
    </Section>
  )
}

function Organise({ t, gathering: { number, cancelledReason } }: { t: Translate; gathering: Gathering }) {
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
          <a href={`/gatherings/${number}/heard`}>{t(m.enterHeard)}</a>
        </li>
      </ul>
    </Section>
  )
}
