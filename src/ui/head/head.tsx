import type { ComponentChildren } from 'preact'

export type HeadProps = {
  title: ComponentChildren
  /** The language of a title a person wrote, where it is not the page's. */
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** One or two sentences under it. */
  lead?: ComponentChildren
  /** Small facts in a line: number, author, day, language. */
  facts?: ComponentChildren[]
  /** Buttons and links. */
  actions?: ComponentChildren
  children?: ComponentChildren
}

/** What the page is about: its one `h1`, and what belongs beside it. */
export function Head({ title, lang, dir, lead, facts, actions, children }: HeadProps) {
  return (
    <div class="head">
      <h1 lang={lang} dir={dir}>
        {title}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      {facts && (
        <ul class="bare line quiet">
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
      {actions && <div class="line">{actions}</div>}
      {children}
    </div>
  )
}
