import type { Page } from 'playwright-core'
import type { Facts } from '../facts/ready-facts.ts'
import { signIn } from '../open-browser.ts'
import type { Scene } from './scene.ts'

/** Goes there as whoever it is for, does what is done there, and answers the status of the page one then looks at. */
export async function showScene(
  page: Page,
  { scene, facts }: { scene: Scene; facts: Facts },
): Promise<number> {
  page.setDefaultTimeout(20_000)
  if (scene.as) await signIn(page, typeof scene.as === 'string' ? scene.as : scene.as(facts))
  let status = 0
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() && response.status() !== 303
    if (isPage) status = response.status()
  })
  await page.goto(scene.path(facts))
  await scene.act?.(page, facts)
  await page.evaluate(() => document.fonts.ready)
  return status
}
