import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import { type Status, tones } from '../mark/mark.tsx'

export type FeedEntry = {
  time: { words: string; datetime: string }
  status?: Status
  /** One sentence, with its matter as a link. */
  sentence: ComponentChildren
}

/** The record as it happens: time in the margin, one sentence each. */
export function Feed({ label, entries }: { label?: string; entries: FeedEntry[] }) {
  return (
    <ol class="feed bare quiet-links" aria-label={label}>
      {entries.map(({ time, status, sentence }) => (
        <li class={status && tones[status]}>
          <time dateTime={time.datetime}>{time.words}</time>
          <Icon name={status ?? 'lock'} />
          <p>{sentence}</p>
        </li>
      ))}
    </ol>
  )
}
