import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { FormsLink } from '#ground/forms/pages/forms-link.tsx'
import type { Linked } from '#ground/matters/provenance-of.ts'
import { InTranslation } from '#ground/translations/pages/in-translation.tsx'
import { OtherLanguages } from '#ground/translations/pages/translated.tsx'
import type { Translated } from '#ground/translations/translations-of.ts'
import { Button } from '#ui/button/button.tsx'
import { type Fact, Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { GatheringStep } from '../changes-of.ts'
import type { Access, Gathering } from '../find-gathering.ts'
import { ACCESS_FACTS, ACCESS_WORDS, AUDIENCE_WORDS } from '../gathering-kinds.ts'
import { whenWords } from '../local-time.ts'
import { m } from '../messages.ts'
import { registrationMessages } from '../registration-messages.ts'
import type { Series } from '../series.ts'
import { kindWords } from './gathering-item.tsx'
import { Changes, Heard, Organise } from './gathering-story.tsx'
import { OtherTimes } from './other-times.tsx'

export interface GatheringPageProps {
  t: Translate
  now: Date
  /** In the reader's language, where it was translated. */
  gathering: Gathering
  /** As it was written. */
  original: Gathering
  translated: Translated
  /** Names of the further forms there are, with commas between. */
  forms: string
  /** Null where it takes place once. */
  series: Series | null
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
            <OtherLanguages t={t} number={number} languages={props.translated.languages} />
            <FormsLink t={t} number={number} present={props.forms} />
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
          <p>
            {t.around(m.calledOffWhy, {
              reason: <InLanguage lang={props.original.language}>{cancelledReason}</InLanguage>,
            })}
          </p>
        </Notice>
      )}
      {isOver && cancelledReason === null && <p class="quiet">{t(m.isOver)}</p>}
      <InTranslation
        t={t}
        shown={props.translated.matter}
        original={{ ...props.original, format: 'light' }}
      />
      <WhenAndWhere {...props} />
      <OtherTimes t={t} series={props.series} />
      <AccessPart t={t} access={props.access} />
      <Heard t={t} gathering={gathering} heard={props.heard} />
      <Changes t={t} steps={props.steps} language={props.original.language} />
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
