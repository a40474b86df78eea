import type { ComponentChildren } from 'preact'

/** What may be wider than the page scrolls by itself; `label` names it for the ear. */
export function Sideways({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable from the keyboard
    <section class="sideways" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

/** Lines to be typed or copied as they stand. */
export function Lines({ children }: { children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable from the keyboard
    <pre dir="ltr" tabIndex={0}>
      <code>{children}</code>
    </pre>
  )
}
