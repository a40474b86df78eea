import type { ComponentChildren } from 'preact'

/** What scrolls sideways must be reachable from the keyboard. */
const REACHABLE = { tabIndex: 0 }

/** What may be wider than the page scrolls by itself; `label` names it for the ear. */
export function Sideways({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="sideways" aria-label={label} {...REACHABLE}>
      {children}
    </section>
  )
}

/** Lines to be typed or copied as they stand. */
export function Lines({ children }: { children: string }) {
  return (
    <pre dir="ltr" {...REACHABLE}>
      <code>{children}</code>
    </pre>
  )
}
