import { expect, test } from 'vitest'
import { Page, type PageProps } from './page.tsx'
import { toHtml } from './render-page.ts'

const props: PageProps = {
  lang: 'ur',
  dir: 'rtl',
  title: 'Open now | The Commons Alliance',
  organisation: { name: 'The Commons Alliance', href: '/' },
  skip: 'Skip to the page',
  navLabel: 'Main',
  nav: [
    { href: '/', label: 'Open now', current: true },
    { href: '/submissions/new', label: 'Hand in' },
  ],
  foot: {
    columns: [
      { heading: 'The record', items: [{ label: 'Check a receipt', href: '/receipts' }, 'Ring 0800'] },
    ],
  },
  stylesheets: ['/assets/folkmoot.css', '/assets/organisation.css'],
  children: <h1>Open now</h1>,
}
const html = (more: Partial<PageProps> = {}) => toHtml(<Page {...props} {...more} />)

test('a document says its language and direction', () => {
  expect(html()).toMatch(/^<!doctype html>\n<html lang="ur" dir="rtl">/)
})

test('the first thing to reach is the way past the navigation', () => {
  const body = html().split('<body>')[1] ?? ''
  expect(body).toMatch(/^<a class="skip" href="#main">Skip to the page<\/a>/)
  expect(body).toContain('<main id="main"')
})

test('the organisation’s colours come after the house’s', () => {
  expect(html().indexOf('/assets/organisation.css')).toBeGreaterThan(html().indexOf('/assets/folkmoot.css'))
})

test('one page of the navigation is the current one', () => {
  expect(html().match(/aria-current="page"/g)).toHaveLength(1)
})

test('no style and no script stands in the page itself', () => {
  const page = html({ scripts: ['/assets/live.js'] })
  expect(page).not.toMatch(/ style=|<style| on[a-z]+=/)
  expect(page.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
    '<script type="module" src="/assets/live.js"></script>',
  ])
})

test('signing out is a form with its hidden fields, the way in is a link', () => {
  const out = html({
    person: { name: 'Noor', items: [{ label: 'Sign out', action: '/session/end', hidden: { csrf: 'x"y' } }] },
  })
  expect(out).toContain(
    '<form method="post" action="/session/end"><input type="hidden" name="csrf" value="x&quot;y"/>',
  )
  expect(html({ person: { signIn: { label: 'Sign in', href: '/sign-in' } } })).toContain(
    'href="/sign-in">Sign in</a>',
  )
})

test('each language is offered in its own words and direction', () => {
  const languages = {
    heading: 'Language',
    links: [{ lang: 'ur', dir: 'rtl' as const, label: 'اردو', href: '?lang=ur' }],
  }
  expect(html({ foot: { columns: [], languages } })).toContain('lang="ur" dir="rtl" hreflang="ur">اردو</a>')
})

test('a title of a stranger cannot leave the title', () => {
  expect(html({ title: '</title><script>' })).toContain('<title>&lt;/title>&lt;script></title>')
})

test('robots, feeds and other languages are named in the head', () => {
  const page = html({
    robots: 'noindex',
    feeds: [{ href: '/feed', title: 'All' }],
    alternates: [{ lang: 'en', href: '/en' }],
  })
  expect(page).toContain('<meta name="robots" content="noindex"/>')
  expect(page).toContain('type="application/atom+xml" href="/feed" title="All"')
  expect(page).toContain('hreflang="en" href="/en"')
})
