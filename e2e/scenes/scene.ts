import type { Page } from 'playwright-core'
import type { Facts } from '../facts/ready-facts.ts'

/** One page in one state, as one person sees it. */
export interface Scene {
  name: string
  /** Who looks, by their handle in the demonstration; a stranger when absent. */
  as?: string | ((facts: Facts) => string)
  path: (facts: Facts) => string
  /** What is done there before one looks. */
  act?: (page: Page, facts: Facts) => Promise<void>
  /** The status of the answer, where it is not 200. */
  status?: number
}

/** The button that sends the form a page is about. */
export const SEND = 'main form button.button:not(.second):not(.grave)'

export const at = (path: string) => (): string => path
