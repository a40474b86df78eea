import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

export type NoticeProps = {
  kind?: 'plain' | 'good' | 'soon' | 'late'
  /** Only where the usual one of its kind says the wrong thing. */
  icon?: IconName
  /** Read out when it appears: for the answer to something just done. */
  announced?: boolean
  /** To be led to. */
  id?: string
  children: ComponentChildren
}

const usual = { plain: 'information', good: 'accepted', soon: 'due-soon', late: 'overdue' } satisfies Record<
  string,
  IconName
>

/** The data-use line and every other aside from the system. */
export function Notice({ kind = 'plain', icon, announced, id, children }: NoticeProps) {
  return (
    <div
      class={kind === 'plain' ? 'notice' : `notice ${kind}`}
      id={id}
      role={announced ? 'status' : undefined}
    >
      <Icon name={icon ?? usual[kind]} />
      <div class="stack tight">{children}</div>
    </div>
  )
}
