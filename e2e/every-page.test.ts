import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#core/db/connect.ts'
import { languageName, WRITTEN_LANGUAGES } from '#core/i18n/written-languages.ts'
import { hardCodedIn } from '../src/app/commands/messages/hard-coded-text.ts'
import { SPOKEN } from '../src/listen/intake/help/languages.ts'
import { tooWideBy, violations } from './axe-violations.ts'
import { type Facts, readyFacts } from './facts/ready-facts.ts'
import type { Reader } from './open-browser.ts'
import { type DemoHouse, openDemoForBrowsers } from './open-demo.ts'
import { scenesToShow } from './scenes/all-scenes.ts'
import type { Scene } from './scenes/scene.ts'
import { showScene } from './scenes/show-scene.ts'

// Minutes on a busy machine: the full trials walk through every page, `npm test` through those of the journeys.
const isFull = process.env.FOLKMOOT_TRIALS === 'full'

let house: DemoHouse
let facts: Facts
beforeAll(async () => {
  if (!isFull) return
  // Some of the movement is enough for every state, and settles in a quarter of the time.
  house = await openDemoForBrowsers(['housing', 'transport', 'strangers', 'lately'])
  facts = await readyFacts(house)
}, 240_000)
afterAll(() => house?.close())

interface Seen {
  page: Page
  scene: Scene
}

/** Every scene in one language: its status, and what `look` finds wrong with it. Each person has one browser, as people do. */
async function walk(reader: Reader, look: (seen: Seen) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = []
  const people = new Map<string, BrowserContext>()
  for (const scene of scenesToShow()) {
    const who = typeof scene.as === 'function' ? scene.as(facts) : (scene.as ?? '')
    const context = people.get(who) ?? (await house.openPage(reader)).context
    people.set(who, context)
    const page = await context.newPage()
    const status = await showScene(page, { scene, facts })
    if (status !== (scene.status ?? 200)) wrong.push(`${scene.name}: answered ${status}`)
    wrong.push(...(await look({ page, scene })).map((complaint) => `${scene.name}: ${complaint}`))
    await page.close()
  }
  await Promise.all([...people.values()].map((context) => context.close()))
  return wrong
}

/** Rules that a dark scheme and a narrow window can break where the light and wide one was clean. */
const BY_LOOK = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block']

// 320 pixels are what 400 % of a window of 1280 leaves.
test.skipIf(!isFull)(
  'every page is clean under axe in the light and in the dark, and at 400 % nothing is pushed sideways',
  async () => {
    const wrong = await walk({ scheme: 'light' }, async ({ page }) => {
      const inTheLight = await violations(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await page.emulateMedia({ colorScheme: 'dark' })
      const over = await tooWideBy(page)
      return [
        ...inTheLight,
        ...(await violations(page, BY_LOOK)),
        ...(over > 0 ? [`${over} px too wide`] : []),
      ]
    })
    expect(wrong).toEqual([])
  },
  900_000,
)

test.skipIf(!isFull)(
  'every page runs from right to left in Urdu, and pushes nothing sideways on a phone',
  async () => {
    const wrong = await walk({ language: 'ur', width: 360 }, async ({ page }) => {
      const over = await tooWideBy(page)
      const direction = await page.locator('html').getAttribute('dir')
      return [
        ...(over > 0 ? [`${over} px too wide`] : []),
        ...(direction === 'rtl' ? [] : ['from left to right']),
      ]
    })
    expect(wrong).toEqual([])
  },
  900_000,
)

/** Made for programs and in English (the API), letters that went out before, and pages that repeat what was typed as it was. */
const NOT_TRANSLATED = ['api', 'demo-mail', 'draft', 'case', 'decision-preview']

test.skipIf(!isFull)(
  'no page has a text that was hard-coded',
  async () => {
    const names = await namesOf(house.db)
    const wrong = await walk({ language: 'en-XA' }, async ({ page, scene: { name } }) =>
      NOT_TRANSLATED.includes(name) || name.startsWith('my-data')
        ? []
        : hardCodedIn(await page.content(), names),
    )
    expect(wrong).toEqual([])
  },
  900_000,
)

/** What people, places and bodies are called, and what they say of themselves; whatever else somebody wrote says its language. */
async function namesOf(db: Db): Promise<(string | RegExp)[]> {
  const [people, units, bodies, grants, gatherings] = await Promise.all([
    db.selectFrom('people').select('name').execute(),
    db.selectFrom('units').select('name').execute(),
    db.selectFrom('bodies').select(['name', 'about']).execute(),
    db.selectFrom('grants').select('purpose').execute(),
    db.selectFrom('gatherings').select(['address', 'contact', 'timeZone']).execute(),
  ])
  const rows: object[] = [...people, ...units, ...bodies, ...grants, ...gatherings]
  const names = new Set(
    rows.flatMap((row) => Object.values(row)).filter((name) => typeof name === 'string' && name !== ''),
  )
  return [
    'The Commons Alliance',
    ...[...names].toSorted((a, b) => b.length - a.length),
    // Codes, keys, addresses, and the device of a session are the same in every language.
    /Chrome, Linux|\bE14001234\b|127\.0\.0\.1\S*/,
    /https?:\S+|\/[\w:/{}.-]+|[\w.+/-]+@[\w.]*example\.org|\b(JSON|GET|POST|PDF)\b|\b\w+:(write|read)\b/,
    /\b([a-z]{5}-)+[a-z]{5}\b|\b[A-Z0-9]{4}(-[A-Z0-9]{4})+\b/,
    // What the browser's own list calls a language: the pseudo-language has no list.
    ...[...WRITTEN_LANGUAGES, ...SPOKEN.split(' ')].map((tag) => languageName(tag, 'en')),
    /\b(bfi|isg|CSV)\b/,
  ]
}
