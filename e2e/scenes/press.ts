import type { Page } from 'playwright-core'

/** Presses the first button that fits, and waits until the page it leads to is there. */
export async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()])
}
