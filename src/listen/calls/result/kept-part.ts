import type { VNode } from 'preact'
import { toFragment } from '#ui/page/render-page.ts'

const MOST = 100
const kept = new Map<string, string>()

/**
 * Markup that is the same for every reader of a language as long as its figures are: made once for each edition, since a page
 * of two hundred themes is dear to make and a published result never changes. The key names everything it depends on.
 */
export async function keptPart(key: string, make: () => Promise<VNode>): Promise<string> {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = toFragment(await make())
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  return made
}
