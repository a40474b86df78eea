import type { Translate } from '#core/i18n/translate.ts'
import { Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { SignedCheckpoint } from '../checkpoints.ts'
import { m } from '../messages.ts'
import type { RecordEntry } from '../newest-entries.ts'
import type { KnownKey } from '../record-keys.ts'
import { RecordFeed } from './record-feed.tsx'

export interface RecordPageProps {
  t: Translate
  checkpoint: SignedCheckpoint | null
  vkey: string
  entries: readonly RecordEntry[]
  keys: readonly KnownKey[]
}

/** How far the record reaches, who confirms it, and what came in last. */
export function RecordPage({ t, checkpoint, vkey, entries, keys }: RecordPageProps) {
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
      {keys.length > 1 && <KeysOfRecord t={t} keys={keys} />}
    </>
  )
}

/** Every key that signed, newest first; shown once there is more than one. */
function KeysOfRecord({ t, keys }: { t: Translate; keys: readonly KnownKey[] }) {
  const why = ({ leafIndex: index, isEpoch, epoch }: KnownKey) => {
    if (index === null) return t(m.firstKey)
    return isEpoch ? t(m.epochOpenedBy, { epoch, index }) : t(m.keyChangedBy, { index })
  }
  return (
    <Section heading={t(m.keysOfRecord)}>
      <p>{t(m.keysOfRecordLead)}</p>
      <Table
        hideCaption
        folds
        caption={t(m.keysOfRecord)}
        columns={[{ heading: t(m.keyHead) }, { heading: t(m.sinceHead) }, { heading: t(m.whyHead) }]}
        rows={keys.map((key) => ({
          cells: [<code dir="ltr">{key.vkey}</code>, t.moment(key.fromAt), why(key)],
        }))}
      />
    </Section>
  )
}
