import type { ComponentChildren } from 'preact'
import { type Crumb, Crumbs } from '../crumbs/crumbs.tsx'
import { ringPicture } from '../ring/ring.tsx'
import { Foot, type FootProps } from './foot.tsx'
import { Masthead, type MastheadProps } from './masthead.tsx'

export type Direction = 'ltr' | 'rtl'

export type PageProps = Omit<MastheadProps, 'home'> & {
  lang: string
  dir: Direction
  /** The whole of the browser's title: "A damp inspection | The Commons Alliance". */
  title: string
  description?: string
  organisation: { name: string; href: string; accent?: string }
  /** "Skip to the page". */
  skip: string
  crumbs?: { label: string; trail: Crumb[] }
  foot: FootProps
  stylesheets: string[]
  /** Islands; each is a module and the page works without it. */
  scripts?: string[]
  /** "noindex" for whatever should not be found by search. */
  robots?: string
  feeds?: { href: string; title: string }[]
  /** The same page in other languages. */
  alternates?: { lang: string; href: string }[]
  /** The width of the text is given by the page (`wide`: the children bring their own bands and wraps). */
  wide?: boolean
  children?: ComponentChildren
}

/** The whole document around a page. Render it with `toHtml` (render-page.ts), which adds the doctype. */
export function Page(props: PageProps) {
  const { lang, dir, organisation, skip, crumbs, foot, wide, children } = props
  return (
    <html lang={lang} dir={dir}>
      <Metadata {...props} />
      <body>
        <a class="skip" href="#main">
          {skip}
        </a>
        <Masthead home={organisation} {...props} />
        {crumbs && <Crumbs {...crumbs} />}
        <main id="main" class={wide ? undefined : 'wrap'} tabIndex={-1}>
          {children}
        </main>
        <Foot {...foot} />
      </body>
    </html>
  )
}

function Metadata({
  title,
  description,
  organisation,
  stylesheets,
  scripts,
  robots,
  feeds,
  alternates,
}: PageProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {robots && <meta name="robots" content={robots} />}
      {organisation.accent && <meta name="theme-color" content={organisation.accent} />}
      <link rel="icon" href={ringPicture(organisation.accent ?? '#1d6b4c')} />
      {stylesheets.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {feeds?.map((feed) => (
        <link rel="alternate" type="application/atom+xml" href={feed.href} title={feed.title} />
      ))}
      {alternates?.map((alternate) => (
        <link rel="alternate" hreflang={alternate.lang} href={alternate.href} />
      ))}
      {scripts?.map((src) => (
        <script type="module" src={src} />
      ))}
    </head>
  )
}
