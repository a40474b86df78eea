import type { Translate } from '#core/i18n/translate.ts'
import { RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { ReadGathering } from '../gathering-in-language.ts'
import { m } from '../messages.ts'
import { GatheringItem } from './gathering-item.tsx'

interface BodyGatheringsProps {
  t: Translate
  body: { slug: string; name: string }
  gatherings: readonly ReadGathering[]
}

/** On a body's page: what comes next, with the way to all of it. A body that announced nothing has no such part. */
export function BodyGatherings({ t, body: { slug, name }, gatherings }: BodyGatheringsProps) {
  if (gatherings.length === 0) return null
  return (
    <Section
      heading={t(m.gatherings)}
      note={<a href={`/gatherings?body=${slug}`}>{t(m.ofUnit, { unit: name })}</a>}
      id="gatherings"
    >
      <RuledList>
        {gatherings.map((gathering) => (
          <GatheringItem t={t} gathering={gathering} />
        ))}
      </RuledList>
    </Section>
  )
}
