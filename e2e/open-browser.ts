import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '#core/cli/chromium.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { readAssets } from '../src/app/assets.ts'
import { openTestHouse } from '../src/app/testing/open-test-house.ts'
import { freePort } from '../src/app/trials/web-process.ts'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's Chromium with a new profile. */
async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath)
    throw new Error(
      'The browser tests need Chromium: sudo apt-get install chromium, or ./moot test --install',
    )
  return chromium.launch({ executablePath, args: FLAGS })
}

/** A test house that listens on a port of its own, with the built stylesheet and islands, and a browser before it. */
export async function openHouseForBrowsers(host = '127.0.0.1', { demandsPasskeys = false } = {}) {
  const port = await freePort()
  const baseUrl = `http://${host}:${port}`
  const house = await openTestHouse({
    baseUrl,
    demandsPasskeys,
    assets: await readAssets(path.join(projectRoot, 'dist', 'public')),
  })
  await house.hub.listen(house.url)
  await house.server.listen({ port, host: '127.0.0.1' })
  return withBrowser({ ...house, baseUrl })
}

/** Opens a browser before a house; it closes with the house. */
export async function withBrowser<House extends { baseUrl: string; close(): Promise<void> }>(house: House) {
  const browser = await openBrowser()
  return {
    ...house,
    openPage: (reader?: Reader) => openPage(browser, house.baseUrl, reader),
    close: async () => {
      await browser.close()
      await house.close()
    },
  }
}

export interface Reader {
  width?: number
  javaScript?: boolean
  language?: 'en' | 'ur' | 'en-XA'
  scheme?: 'light' | 'dark'
}

/** Somebody at a browser: its width, with or without JavaScript, in a language. */
async function openPage(
  browser: Browser,
  baseUrl: string,
  { width = 1280, javaScript = true, language = 'en', scheme = 'light' }: Reader = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    colorScheme: scheme,
    // A colour on its way to another is neither.
    reducedMotion: 'reduce',
    baseURL: baseUrl,
  })
  if (language !== 'en') await context.addCookies([{ name: 'lang', value: language, url: baseUrl }])
  return { context, page: await context.newPage() }
}

/** Signs in on the demonstration's own page. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.request.post('/demo/sign-in', { form: { person }, maxRedirects: 0 })
}
