import type { CookieToSet } from '#core/http/answer.ts'

const SHOWN_SECONDS = 600

/** Carries a key to the page that shows it once; the key stands in no address, log or table. */
export const placeCookieName = 'place-key'

export function placeCookie(number: number, key: string): CookieToSet {
  return { name: placeCookieName, value: key, path: `/gatherings/${number}/place`, maxAge: SHOWN_SECONDS }
}

export function forgottenPlaceCookie(number: number): CookieToSet {
  return { name: placeCookieName, value: '', path: `/gatherings/${number}/place`, maxAge: 0 }
}
