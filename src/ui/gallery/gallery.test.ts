import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, HOW_TO_INSTALL } from '#core/cli/chromium.ts'
import { galleryLanguages, galleryNames, galleryPage } from './gallery.tsx'
import { serveGallery } from './serve-gallery.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pages = galleryNames.flatMap((name) => galleryLanguages.map((lang) => [name, lang] as const))

const views = [
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const

describe('as text', () => {
  test.each(pages)('%s in %s holds no style and no script of its own', (name, lang) => {
    expect(galleryPage(name, { lang, stylesheets: [] })).not.toMatch(/ style=|<style|<script| on[a-z]+="/)
  })

  test.each(pages)('%s in %s has one h1 and no id twice', (name, lang) => {
    const page = galleryPage(name, { lang, stylesheets: [] }) ?? ''
    expect(page.match(/<h1/g)).toHaveLength(1)
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((found) => found[1])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  test('there is no page of another name', () => {
    expect(galleryPage('nothing', { lang: 'en', stylesheets: [] })).toBeUndefined()
  })
})

const chromiumPath = await findChromium()
if (!chromiumPath) console.warn(`There is no Chromium, so nobody looks at the gallery. ${HOW_TO_INSTALL}`)
/** `PICTURES=folder` keeps a picture of every page, on a phone and a desk, light and dark. */
const pictures = process.env.PICTURES

describe.skipIf(!chromiumPath)('in the browser', () => {
  let browser: Browser
  let gallery: { address: string; close: () => void }
  beforeAll(async () => {
    gallery = await serveGallery()
    browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(async () => {
    await browser.close()
    gallery.close()
  })

  const open = async (name: string, lang: string, width: number, colorScheme: 'light' | 'dark' = 'light') => {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
      bypassCSP: false,
    })
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${gallery.address}/gallery/${name}?lang=${lang}`)
    return { page, complaints }
  }

  test.each(pages)(
    '%s in %s is clean under axe on a desk in the light, and breaks no policy',
    async (name, lang) => {
      const { page, complaints } = await open(name, lang, 1280, 'light')
      expect(complaints).toEqual([])
      expect(await violationsOn(page)).toEqual([])
      await page.close()
    },
  )

  test.each(pages)('%s in %s is clean and not pushed sideways at 320 px in the dark', async (name, lang) => {
    const { page } = await open(name, lang, 320, 'dark')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await violationsOn(page)).toEqual([])
    await page.close()
  })

  test.each(galleryNames)(
    'a word of 200 letters anywhere in %s breaks, and pushes nothing aside',
    async (name) => {
      const { page } = await open(name, 'en', 320)
      const widest = await page.evaluate(() => {
        const places = document.querySelectorAll(
          'main :is(h1, h2, h3, p, dd, dt, li, a, label, span, legend, figcaption, button)',
        )
        for (const place of places) {
          const isOurs = place.closest('table, .nowrap, .unseen, .knot, .tag')
          if (!isOurs && place.childElementCount === 0) place.textContent = 'w'.repeat(200)
        }
        return document.documentElement.scrollWidth
      })
      expect(widest).toBeLessThanOrEqual(320)
      await page.close()
    },
  )

  test.runIf(pictures)('pictures are taken', { timeout: 120_000 }, async () => {
    mkdirSync(String(pictures), { recursive: true })
    for (const [name, lang] of pages) {
      for (const [width, scheme] of views) {
        const { page } = await open(name, lang, width, scheme)
        await page.screenshot({ path: `${pictures}/${name}-${lang}-${width}-${scheme}.png`, fullPage: true })
        await page.close()
      }
    }
  })

  test('an error summary has the focus when its page opens, without any script', async () => {
    const { page } = await open('form', 'en', 1280)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
    await page.close()
  })

  test('the first press of Tab leads past the navigation', async () => {
    const { page } = await open('front', 'en', 1280)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.close()
  })
})

/** Evaluated from outside of the page's policy, so that the checker itself need not be let in. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await checker.run(document, { rules: { 'target-size': { enabled: true } } })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    )
  })
}
