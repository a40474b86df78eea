import type { CookieToSet } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { DraftForm } from './draft-form.ts'
import type { DraftHandle } from './draft-of.ts'

const DAY_SECONDS = 86_400

/** Days a draft is kept after it was last saved. */
export const DRAFT_DAYS = 30

const NAME = 'draft'

type Place = Pick<DraftForm, 'under'>

/** The key of a draft, kept by its writer's browser alone; the database holds its fingerprint. */
export function draftCookie({ under }: Place, key: string): CookieToSet {
  return { name: NAME, value: key, path: under, maxAge: DRAFT_DAYS * DAY_SECONDS }
}

export function forgottenDraftCookie({ under }: Place): CookieToSet {
  return { name: NAME, value: '', path: under, maxAge: 0 }
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

/** Whether the draft this browser holds went with what was just handed in. */
export function isDraftDone(x: Pick<Exchange, 'cookies' | 'form'>): boolean {
  return draftKeyOf(x) !== null && (x.form.authorship === 'anonymous' || Boolean(x.form.draft))
}

/** The key this browser holds, if it looks like one of ours. */
export function draftKeyOf(x: Pick<Exchange, 'cookies'>): string | null {
  const key = x.cookies[NAME]
  return key !== undefined && /^[A-Za-z0-9_-]{43}$/.test(key) ? key : null
}
