import type { Translate } from '#core/i18n/translate.ts'
import { Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import type { SignedCheckpoint } from '../checkpoints.ts'
import { m } from '../messages.ts'
import type { RecordEntry } from '../newest-entries.ts'
import { RecordFeed } from './record-feed.tsx'

export interface RecordPageProps {
  t: Translate
  checkpoint: SignedCheckpoint | null
  vkey: string
  entries: readonly RecordEntry[]
}

/** How far the record reaches, who confirms it, and what came in last. */
export function RecordPage({ t, checkpoint, vkey, entries }: RecordPageProps) {
  const witnesses = checkpoint?.witnesses ?? []
  return (
    <>
      <Head title={t(m.theRecord)} lead={t(m.recordLead)} />
      <Section heading={t(m.newestEntries)}>
        <RecordFeed t={t} entries={entries} />
      </Section>
      <Section heading={t(m.howToCheck)}>
        <Facts
          lines
          facts={[
            { label: t(m.sizeLabel), value: t.number(checkpoint?.size ?? 0) },
            { label: t(m.signedLabel), value: checkpoint ? t.moment(checkpoint.signedAt) : '–', plain: true },
            {
              label: t(m.witnessesLabel),
              value: witnesses.length > 0 ? witnesses.join(', ') : t(m.noWitness),
              plain: true,
            },
            { label: t(m.keyOfRecord), value: <code dir="ltr">{vkey}</code>, plain: true },
          ]}
        />
        <p>{t(m.howToCheckText)}</p>
        <p>{t(m.formats)}</p>
        <p>
          <a href="/record/checkpoint">/record/checkpoint</a>
        </p>
      </Section>
    </>
  )
}
