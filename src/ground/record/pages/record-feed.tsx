import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Feed } from '#ui/feed/feed.tsx'
import { entryGloss } from '../entry-types.ts'
import { m } from '../messages.ts'
import type { RecordEntry } from '../newest-entries.ts'

/** Entries as they happened, one sentence each. */
export function RecordFeed({ t, entries }: { t: Translate; entries: readonly RecordEntry[] }) {
  if (entries.length === 0) return <Empty title={t(m.noEntries)} />
  return (
    <Feed
      entries={entries.map((entry) => ({
        time: { words: t.day(entry.at), datetime: entry.at.toISOString() },
        sentence: <EntrySentence t={t} entry={entry} />,
      }))}
    />
  )
}

function EntrySentence({ t, entry }: { t: Translate; entry: RecordEntry }) {
  const gloss = t(entryGloss(entry.kind))
  if (entry.number === null) return <>{gloss}</>
  const sentence = t(m.entryOfMatter, { gloss, number: entry.number })
  if (entry.title === null) return <a href={`/submissions/${entry.number}`}>{sentence}</a>
  return (
    <>
      {sentence}{' '}
      <a href={`/submissions/${entry.number}`} lang={entry.language ?? undefined} dir="auto">
        {entry.title}
      </a>
    </>
  )
}
