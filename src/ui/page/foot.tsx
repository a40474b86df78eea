import type { ComponentChildren } from 'preact'

export type LanguageLink = {
  lang: string
  dir: 'ltr' | 'rtl'
  label: string
  href: string
  current?: boolean
}
export type FootColumn = { heading: string; items: (ComponentChildren | { label: string; href: string })[] }

export type FootProps = {
  columns: FootColumn[]
  /** Each language in its own words. */
  languages?: { heading: string; links: LanguageLink[] }
  /** The last line: what this runs on, and how far the record is sealed. */
  note?: ComponentChildren
}

export function Foot({ columns, languages, note }: FootProps) {
  return (
    <footer class="foot wrap">
      <div class="columns">
        {columns.map(({ heading, items }) => (
          <nav aria-label={heading}>
            <strong aria-hidden="true">{heading}</strong>
            <ul class="bare">
              {items.map((item) => (
                <li>{isLink(item) ? <a href={item.href}>{item.label}</a> : item}</li>
              ))}
            </ul>
          </nav>
        ))}
        {languages && <Languages {...languages} />}
      </div>
      {note && <p class="quiet">{note}</p>}
    </footer>
  )
}

function Languages({ heading, links }: { heading: string; links: LanguageLink[] }) {
  return (
    <nav class="languages" aria-label={heading}>
      <strong aria-hidden="true">{heading}</strong>
      <ul class="bare">
        {links.map(({ lang, dir, label, href, current }) => (
          <li>
            <a href={href} lang={lang} dir={dir} hreflang={lang} aria-current={current ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isLink(item: FootColumn['items'][number]): item is { label: string; href: string } {
  return typeof item === 'object' && item !== null && 'href' in item && 'label' in item
}
