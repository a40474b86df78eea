import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reader } from './open-browser.ts'
import { type DemoHouse, openDemoForBrowsers } from './open-demo.ts'

// The pictures of the README: `./moot pictures --readme`. The demonstration's day is always the same, and so are they.
const folder = process.env.README_PICTURES

const STORY = 'Give every private tenant a damp inspection within 14 days'

interface Picture extends Reader {
  name: string
  height: number
  /** A heading that stands near the top of it; the head of the page unless said. */
  from?: string
  page(house: DemoHouse): Promise<string>
}

const PICTURES: readonly Picture[] = [
  { name: 'story', height: 1000, page: story },
  { name: 'result', height: 1000, page: result, from: 'themes in what people wrote' },
  { name: 'phone-urdu', width: 390, height: 844, language: 'ur', page: story },
]

let house: DemoHouse
beforeAll(async () => {
  if (!folder) return
  house = await openDemoForBrowsers()
}, 600_000)
afterAll(() => house?.close())

test.skipIf(!folder).each(PICTURES)(
  'the picture of $name',
  async ({ name, height, from, page: find, ...reader }) => {
    const { context, page } = await house.openPage(reader)
    await page.setViewportSize({ width: reader.width ?? 1280, height })
    const answer = await page.goto(await find(house))
    expect(answer?.status()).toBe(200)
    if (from) await page.getByRole('heading', { name: from }).evaluate((heading) => heading.scrollIntoView())
    const bytes = await page.screenshot()
    await sharp(bytes)
      .png({ palette: true, effort: 10 })
      .toFile(path.join(folder ?? '', `${name}.png`))
    await context.close()
  },
  120_000,
)

async function story({ db }: DemoHouse): Promise<string> {
  const { number } = await db
    .selectFrom('matters')
    .select('number')
    .where('title', '=', STORY)
    .executeTakeFirstOrThrow()
  return `/submissions/${number}`
}

async function result({ db }: DemoHouse): Promise<string> {
  const { number } = await db
    .selectFrom('calls')
    .innerJoin('matters', 'matters.id', 'calls.id')
    .select('matters.number')
    .where('calls.source', '=', 'demonstration:buses')
    .executeTakeFirstOrThrow()
  return `/calls/${number}/result`
}
