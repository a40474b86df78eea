import type { CookieToSet } from '#core/http/answer.ts'

const SHOWN_SECONDS = 600

/** The cookie that carries a follow-up key to the page that shows it once; the key stands in no address, log or table. */
export const receiptCookieName = 'follow-up-key'

export function receiptCookie(number: number, key: string): CookieToSet {
  return { name: receiptCookieName, value: key, path: `/receipts/${number}`, maxAge: SHOWN_SECONDS }
}
