import type { Exchange, PageContent, PageFrame } from '#core/http/exchange.ts'
import { isLanguage, languageNamed } from '#core/i18n/languages.ts'
import type { NavigationEntry, Slice } from '#core/slice/define-slice.ts'
import type { StandingLines } from '#ground/notices/standing-lines.ts'
import type { FootColumn } from '#ui/page/foot.tsx'
import { type PersonMenu, PersonName } from '#ui/page/masthead.tsx'
import { Page } from '#ui/page/page.tsx'
import { toFragment, toHtml } from '#ui/page/render-page.ts'
import { type Collecting, withNotices } from './form-notices.tsx'
import { m } from './messages.ts'

export interface Frame {
  slices: readonly Slice[]
  /** `/assets/folkmoot-<hash>.css` and the like, from the build's manifest. */
  asset(name: string): string
  /** Which notice stands at which form. */
  collecting: Collecting
  lines: StandingLines
}

/** A whole page: its content, with the notices that belong at its forms, in the frame. */
export function renderPage(frame: Frame, x: Exchange, { children, ...content }: PageContent): string {
  const { before, after } = renderFrame(frame, x, content)
  return before + withNotices(toFragment(children), { ...frame, t: x.t, language: x.language }) + after
}

interface Around {
  before: string
  after: string
}

/** Frames of pages that stand, by whoever would see the same but for their name; they go with the page. */
const framesOf = new WeakMap<PageFrame, Map<string, Around>>()

/** Of one page: nobody, members, and the few who hold roles. */
const MOST_FRAMES = 4

/** What no name and no title can be: the database takes no such character. */
const NAME = '\0'
const NAMED = toFragment(<PersonName name={NAME} />)

/** The frame around a page, made once for all whose roles and language are the same. */
export function renderFrame(frame: Frame, x: Exchange, content: PageFrame): Around {
  const { person, resting, grants } = x.viewer
  const roles = [...grants, ...(resting?.grants ?? [])].map(({ role }) => role)
  const key = [x.language, x.url, person !== null, resting?.hasPasskey, ...roles.toSorted()].join('\n')
  const known = framesOf.get(content) ?? new Map<string, Around>()
  framesOf.set(content, known)
  const { before, after } = known.get(key) ?? makeFrame(frame, x, content)
  if (known.size < MOST_FRAMES) known.set(key, { before, after })
  return {
    before: person ? before.replace(NAMED, () => toFragment(<PersonName name={person.name} />)) : before,
    after,
  }
}

/** Masthead, navigation and footer come from what the slices hang by their doors. */
function makeFrame(frame: Frame, x: Exchange, content: PageFrame): Around {
  const { t, house, language } = x
  const html = toHtml(
    <Page
      lang={language}
      dir={languageNamed(language).dir}
      title={t(m.titleWithHouse, { title: content.title, house: house.name })}
      organisation={{ name: house.name, href: '/', accent: house.accent }}
      skip={t(m.skip)}
      banner={bannerOf(x)}
      navLabel={t(m.mainNavigation)}
      nav={entriesOf(frame, x, 'top').map(({ section, ...entry }) => ({
        ...entry,
        current: section !== undefined && section === content.section,
      }))}
      person={personMenu(frame, x)}
      crumbs={content.crumbs && { label: t(m.where), trail: [...content.crumbs] }}
      foot={{
        columns: footColumns(frame, x),
        languages: { heading: t(m.languages), links: languageLinks(x) },
        note: t(m.runsOn),
      }}
      stylesheets={[frame.asset('folkmoot.css'), '/assets/organisation.css']}
      scripts={scriptsOf(frame, content)}
      wide={content.isWide}
      robots={content.isUnlisted ? 'noindex' : undefined}
      feeds={content.feed && [content.feed]}
    />,
  )
  // What people wrote is escaped: this tag is the frame's own.
  const end = html.indexOf('</main>')
  return { before: html.slice(0, end), after: html.slice(end) }
}

function bannerOf({ t, house, viewer, url }: Exchange) {
  if (viewer.resting) {
    const words = viewer.resting.hasPasskey ? m.roleRestsBanner : m.roleWantsPasskeyBanner
    return <a href={`/sign-in/passkey/proof?to=${encodeURIComponent(url)}`}>{t(words)}</a>
  }
  return house.isDemo ? <a href="/demo">{t(m.demoBanner)}</a> : undefined
}

/** The places of a part of the navigation, as far as they are for whoever asks. */
function entriesOf({ slices }: Frame, { t, viewer }: Exchange, where: NavigationEntry['where']) {
  if (where === 'you' && viewer.person === null) return []
  // A role that rests is held: its places are shown, and ask for the passkey.
  const held = [...viewer.grants, ...(viewer.resting?.grants ?? [])]
  const entries = slices
    .flatMap((slice) => slice.navigation ?? [])
    .filter((entry) => entry.where === where)
    .filter(({ roles }) => roles === undefined || held.some(({ role }) => roles.includes(role)))
  return entries.map(({ label, href, section }) => ({ label: t(label), href, section }))
}

function personMenu(frame: Frame, x: Exchange): PersonMenu {
  const { person } = x.viewer
  if (!person) return { signIn: { label: x.t(m.signIn), href: x.house.isDemo ? '/demo' : '/sign-in' } }
  const places = entriesOf(frame, x, 'you').map(({ label, href }) => ({ label, href }))
  return { name: NAME, items: [...places, { label: x.t(m.signOut), action: '/sign-out' }] }
}

function footColumns(frame: Frame, x: Exchange): FootColumn[] {
  const column = (heading: string, where: 'record' | 'you') => ({
    heading,
    items: entriesOf(frame, x, where).map(({ label, href }) => ({ label, href })),
  })
  return [column(x.t(m.theRecord), 'record'), column(x.t(m.you), 'you')].filter(
    ({ items }) => items.length > 0,
  )
}

function languageLinks({ house, language, url }: Exchange) {
  return house.languages.filter(isLanguage).map((lang) => ({
    lang,
    dir: languageNamed(lang).dir,
    label: languageNamed(lang).name,
    href: `/language?lang=${lang}&to=${encodeURIComponent(url)}`,
    current: lang === language,
  }))
}

function scriptsOf(frame: Frame, content: PageFrame): string[] {
  const islands = [...(content.liveTopic ? ['live'] : []), ...(content.islands ?? [])]
  return islands.map((name) => frame.asset(`${name}.client.js`))
}
