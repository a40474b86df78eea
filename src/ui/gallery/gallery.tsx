import type { VNode } from 'preact'
import { Page } from '../page/page.tsx'
import { toHtml } from '../page/render-page.ts'
import { DeskSample } from './desk-sample.tsx'
import { FormSample } from './form-sample.tsx'
import { FrontSample } from './front-sample.tsx'
import { PartsSample } from './parts-sample.tsx'
import { StorySample } from './story-sample.tsx'
import { english, type GalleryWords } from './words-en.ts'
import { urdu } from './words-ur.ts'

const samples: Record<string, { sample: (words: GalleryWords) => VNode; wide?: boolean }> = {
  parts: { sample: PartsSample },
  front: { sample: FrontSample, wide: true },
  story: { sample: StorySample },
  form: { sample: FormSample },
  desk: { sample: DeskSample },
}

export const galleryNames: readonly string[] = Object.keys(samples)
export const galleryLanguages: readonly string[] = ['en', 'ur']

export type GalleryView = { lang: string; stylesheets: string[] }

/** A page of the gallery as HTML, or nothing where there is none of that name. `/gallery` itself is `parts`. */
export function galleryPage(name: string, { lang, stylesheets }: GalleryView): string | undefined {
  const found = samples[name]
  if (!found) return undefined
  const words = lang === 'ur' ? urdu : english
  const { sample: Sample, wide } = found
  return toHtml(
    <Page {...frameOf(words, name)} stylesheets={stylesheets} wide={wide}>
      <Sample {...words} />
    </Page>,
  )
}

function frameOf(words: GalleryWords, name: string) {
  const { lang, dir, organisation, skip, banner, main, nav, person, personItems } = words
  return {
    lang,
    dir,
    title: `${name} | ${organisation}`,
    organisation: { name: organisation, href: '/gallery' },
    skip,
    navLabel: main,
    nav: nav.map((label, at) => ({
      label,
      href: `/gallery/${galleryNames[at] ?? 'parts'}?lang=${lang}`,
      current: galleryNames[at] === name,
    })),
    person: {
      name: person,
      items: personItems.map((label, at) =>
        at === 2 ? { label, action: '/gallery' } : { label, href: '/gallery' },
      ),
    },
    banner: <p>{banner}</p>,
    robots: 'noindex',
    crumbs:
      name === 'front'
        ? undefined
        : { label: words.here, trail: [{ label: nav[0] ?? '', href: '/gallery' }, { label: name }] },
    foot: footOf(words, name),
  }
}

function footOf({ foot }: GalleryWords, name: string) {
  const column = ({ heading, items: [first = '', ...rest] }: { heading: string; items: string[] }) => ({
    heading,
    items: [first, ...rest.map((label) => ({ label, href: '/gallery' }))],
  })
  return {
    columns: [column(foot.paper), column(foot.record), column(foot.you)],
    languages: {
      heading: foot.language,
      links: [
        { lang: 'en', dir: 'ltr' as const, label: 'English', href: `/gallery/${name}?lang=en` },
        { lang: 'ur', dir: 'rtl' as const, label: 'اردو', href: `/gallery/${name}?lang=ur` },
      ],
    },
    note: foot.note,
  }
}
