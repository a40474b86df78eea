import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const WCAG: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface AxeWindow {
  axe: {
    run(
      context: Document,
      options: { runOnly: readonly string[] },
    ): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
  }
}

/** axe for WCAG 2.2 A and AA; the policy forbids scripts of others, so it is handed to the page by the browser itself. */
export async function violations(page: Page, rules: readonly string[] = WCAG): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as AxeWindow
    const found = await axe.run(document, { runOnly })
    return found.violations.map(
      ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  }, rules)
}

/** How far a page pushes sideways, in pixels; 0 as it should be. */
export function tooWideBy(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
}
