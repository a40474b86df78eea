import type { ComponentChildren } from 'preact'
import { Check } from '../check/check.tsx'

/** The clerk's desk: what waits, beside the matter that is open. `label` heads the queue for the ear. */
export function Desk({
  label,
  queue,
  children,
}: {
  label: string
  queue: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <div class="desk">
      <section class="stack">
        <h2 class="unseen">{label}</h2>
        {queue}
      </section>
      <article class="stack wide">{children}</article>
    </div>
  )
}

/** Matters of one lateness under their heading ("Overdue, 2", usually a `Mark`), by due date. */
export function QueueGroup({
  heading,
  children,
}: {
  heading: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <section class="queue">
      <h3>{heading}</h3>
      <ol class="bare">{children}</ol>
    </section>
  )
}

export type QueueItemProps = {
  title: { words: ComponentChildren; href: string; lang?: string; dir?: 'ltr' | 'rtl' }
  /** The matter that is open beside the queue. */
  current?: boolean
  /** Number, where it is from. */
  facts: ComponentChildren
  mark: ComponentChildren
  clock?: ComponentChildren
  /** The box that chooses it for several at once; `form` is the id of the bulk bar's form. */
  choose?: { value: string; label: string; form: string; checked?: boolean }
}

export function QueueItem({ title, current, facts, mark, clock, choose }: QueueItemProps) {
  return (
    <li class={current ? 'queued here' : 'queued'}>
      {choose && (
        <Check
          name="matter"
          id={`choose-${choose.value}`}
          value={choose.value}
          form={choose.form}
          checked={choose.checked}
          hideLabel
        >
          {choose.label}
        </Check>
      )}
      <div class="queued-words">
        <a href={title.href} lang={title.lang} dir={title.dir} aria-current={current ? 'true' : undefined}>
          {title.words}
        </a>
        <p class="small quiet">{facts}</p>
        <div class="line ends small">
          {mark}
          {clock}
        </div>
      </div>
    </li>
  )
}

export type BulkBarProps = {
  /** "Act on what is chosen". */
  label: string
  id: string
  action: string
  hidden?: Record<string, string>
  /** "Choose matters above and act on them together": true with and without a script. */
  words: ComponentChildren
  /** Buttons with `name` and `value` or an address of their own. */
  children: ComponentChildren
}

/** Acts on the chosen matters together. A form of its own, which the boxes in the queue belong to by its id. */
export function BulkBar({ label, id, action, hidden = {}, words, children }: BulkBarProps) {
  return (
    <form class="bulk" id={id} method="post" action={action} aria-label={label}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p>{words}</p>
      {children}
    </form>
  )
}
