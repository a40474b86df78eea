import type { CookieToSet } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { DraftHandle } from './draft-of.ts'

const DAY_SECONDS = 86_400

/** Days a draft is kept after it was last saved. */
export const DRAFT_DAYS = 30

const NAME = 'draft'
const PATH = '/submissions'

/** The key of a draft, kept by its writer's browser alone; the database holds its fingerprint. */
export function draftCookie(key: string): CookieToSet {
  return { name: NAME, value: key, path: PATH, maxAge: DRAFT_DAYS * DAY_SECONDS }
}

export function forgottenDraftCookie(): CookieToSet {
  return { name: NAME, value: '', path: PATH, maxAge: 0 }
}

/** The draft a form came from, with what opens it: this browser's key, or whose it is. */
export function draftHandleOf(x: Pick<Exchange, 'cookies' | 'form' | 'viewer'>): DraftHandle {
  const { draft } = x.form
  return {
    id: typeof draft === 'string' && draft !== '' ? draft : null,
    key: draftKeyOf(x),
    personId: x.viewer.person?.id ?? null,
  }
}

/** The key this browser holds, if it looks like one of ours. */
export function draftKeyOf(x: Pick<Exchange, 'cookies'>): string | null {
  const key = x.cookies[NAME]
  return key !== undefined && /^[A-Za-z0-9_-]{43}$/.test(key) ? key : null
}
