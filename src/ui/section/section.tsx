import type { ComponentChildren } from 'preact'

export type SectionProps = {
  heading: ComponentChildren
  /** A quieter line under the heading, in the margin. */
  note?: ComponentChildren
  /** What stands beside the text on a wide screen and below it on a narrow one; `label` names it for the ear. */
  aside?: { label: string; children: ComponentChildren }
  id?: string
  children: ComponentChildren
}

/** A heavy rule, the section's name hanging in the margin, and its matter: the grid of every page. */
export function Section({ heading, note, aside, id, children }: SectionProps) {
  return (
    <section class={aside ? 'section with-aside' : 'section'} id={id}>
      <div class="section-name">
        <h2>{heading}</h2>
        {note && <p class="small quiet">{note}</p>}
      </div>
      <div class="stack">{children}</div>
      {aside && (
        <aside class="aside" aria-label={aside.label}>
          {aside.children}
        </aside>
      )}
    </section>
  )
}
