import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'
import type { StatusIcon } from '../icon/shapes.ts'

/** The states of a matter that a page shows, each with its shape and the class that colours it. */
export const tones = {
  received: 'open',
  considered: 'open',
  open: 'open',
  'due-soon': 'soon',
  overdue: 'late',
  'passed-on': 'moved',
  merged: 'joined',
  deferred: 'moved',
  accepted: 'good',
  answered: 'good',
  refused: 'closed',
  held: 'soon',
  review: 'open',
  withdrawn: 'closed',
  removed: 'closed',
} satisfies Record<StatusIcon, string>

export type Status = StatusIcon

/** Shape, then word, then colour: the words are the caller's ("9 days left", "Accepted") and never left out. */
export function Mark({ status, children }: { status: Status; children: ComponentChildren }) {
  return (
    <span class={`mark ${tones[status]}`}>
      <Icon name={status} />
      <span>{children}</span>
    </span>
  )
}
