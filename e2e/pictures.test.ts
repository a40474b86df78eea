import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Facts, readyFacts } from './facts/ready-facts.ts'
import { type DemoHouse, openDemoForBrowsers } from './open-demo.ts'
import { scenesToShow } from './scenes/all-scenes.ts'
import { showScene } from './scenes/show-scene.ts'

// Pictures of every page, to be looked at: `./moot pictures`. Without a folder to put them in there is nothing to do.
const folder = process.env.PICTURES

const READERS = (['en', 'ur'] as const).flatMap((language) =>
  ([360, 1280] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => ({ language, width, scheme })),
  ),
)

let house: DemoHouse
let facts: Facts
beforeAll(async () => {
  if (!folder) return
  house = await openDemoForBrowsers()
  facts = await readyFacts(house)
}, 600_000)
afterAll(() => house?.close())

test.skipIf(!folder).each(READERS)(
  'pictures in $language at $width px, $scheme',
  async (reader) => {
    const place = path.join(path.resolve(folder ?? ''), `${reader.language}-${reader.width}-${reader.scheme}`)
    await mkdir(place, { recursive: true })
    const wrong: string[] = []
    for (const scene of scenesToShow()) {
      const { context, page } = await house.openPage(reader)
      const status = await showScene(page, { scene, facts }).catch((error: Error) =>
        error.message.slice(0, 300),
      )
      if (status !== (scene.status ?? 200)) wrong.push(`${scene.name}: ${status}`)
      await page.screenshot({ path: path.join(place, `${scene.name}.png`), fullPage: true, timeout: 60_000 })
      await context.close()
    }
    expect(wrong).toEqual([])
  },
  900_000,
)
