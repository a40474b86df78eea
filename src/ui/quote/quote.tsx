import type { ComponentChildren } from 'preact'

export type SaidProps = {
  /** The language the words were written in; `auto` direction where it is not known. */
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  size?: 'lead'
  children: ComponentChildren
}

/** Words a person or a body wrote: in serif, in their own language and direction. Plain text keeps its paragraphs. */
export function Said({ lang, dir = lang ? undefined : 'auto', size, children }: SaidProps) {
  const words =
    typeof children === 'string'
      ? children.split(/\n\s*\n/).map((paragraph) => <p dir="auto">{paragraph}</p>)
      : children
  return (
    <blockquote class={size ? `said stack ${size}` : 'said stack'} lang={lang} dir={dir}>
      {words}
    </blockquote>
  )
}

/** Somebody's words with who said them under it. */
export function Quote({ by, ...said }: SaidProps & { by: ComponentChildren }) {
  return (
    <figure class="quote">
      <Said {...said} />
      <figcaption>{by}</figcaption>
    </figure>
  )
}
