import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { deskMessages } from '../desk-messages.ts'
import { pathTo } from '../kinds.ts'
import type { Linked, Provenance } from '../provenance-of.ts'
import { stepMessages as m } from '../step-messages.ts'
import type { Walk } from '../walk-provenance.ts'

/** One step of provenance either way; nothing at all where nothing is linked. */
export function CameFromAndLedTo(props: { t: Translate; provenance: Provenance; wholeWay: string }) {
  const { t, provenance, wholeWay } = props
  const { cameFrom, ledTo } = provenance
  if (cameFrom.length === 0 && ledTo.length === 0) return null
  return (
    <Section heading={t(m.cameFromAndLedTo)} note={<a href={wholeWay}>{t(m.wholeWay)}</a>}>
      <div class="columns broad">
        <LinkedOnes t={t} heading={t(m.cameFrom)} empty={t(m.nothingBefore)} linked={cameFrom} />
        <LinkedOnes t={t} heading={t(m.ledTo)} empty={t(m.nothingAfter)} linked={ledTo} />
      </div>
    </Section>
  )
}

/** Up to six steps either way, the nearest first. */
export function WholeWay({ t, walk }: { t: Translate; walk: Walk }) {
  return (
    <>
      <p class="lead">{t(m.wholeWayLead)}</p>
      {!walk.isWhole && <p>{t(m.wholeWayCut)}</p>}
      <div class="columns broad">
        <LinkedOnes t={t} heading={t(m.cameFrom)} empty={t(m.nothingBefore)} linked={walk.cameFrom} />
        <LinkedOnes t={t} heading={t(m.ledTo)} empty={t(m.nothingAfter)} linked={walk.ledTo} />
      </div>
    </>
  )
}

interface LinkedOnesProps {
  t: Translate
  heading: string
  empty: string
  linked: readonly (Linked & { stepsAway?: number })[]
}

function LinkedOnes({ t, heading, empty, linked }: LinkedOnesProps) {
  return (
    <div class="stack tight">
      <h3>{heading}</h3>
      {linked.length === 0 && <p class="quiet">{empty}</p>}
      {linked.length > 0 && (
        <RuledList label={heading}>
          {linked.map((one) => (
            <Item
              title={{
                words: one.title ?? t(deskMessages.untitled),
                href: pathTo(one),
                lang: one.title === null ? undefined : one.language,
                dir: one.title === null ? undefined : directionOf(one.language),
              }}
              facts={factsOf(t, one)}
            />
          ))}
        </RuledList>
      )}
    </div>
  )
}

function factsOf(t: Translate, { stepsAway, ...one }: Linked & { stepsAway?: number }): string[] {
  const facts = [String(one.number), relationWords(t, one), t.day(one.madeAt)]
  return stepsAway === undefined ? facts : [t(m.stepsAway, { count: stepsAway }), ...facts]
}

const RELATIONS = {
  answers: m.relationAnswers,
  amends: m.relationAmends,
  'merged-into': m.relationMergedInto,
  cites: m.relationCites,
  'drafted-from': m.relationDraftedFrom,
  'decided-by': m.relationDecidedBy,
  'carried-out-by': m.relationCarriedOutBy,
  'piloted-by': m.relationPilotedBy,
  'evidence-for': m.relationEvidenceFor,
  'heard-at': m.relationHeardAt,
} as const

function relationWords(t: Translate, { relation, isIncoming }: Linked): string {
  if (relation === 'merged-into' && isIncoming) return t(m.relationMergedHere)
  return t(RELATIONS[relation])
}
