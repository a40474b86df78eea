import type { MailHeaders } from './read-mail.ts'

/** Why a mail is not answered, nor taken for somebody's words. */
export type Ignored = 'automatic' | 'bounce' | 'list' | 'loop'

const BULK = /^\s*(bulk|junk|list|auto[_-]reply)/i
const LIST_HEADERS = ['list-id', 'list-post', 'list-unsubscribe', 'mailing-list']
const ROBOTS = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+@-]|$)/i

/**
 * Programs that answer programs never end: what says of itself that a program wrote it (RFC 3834 section 5, RFC 2076), came from a
 * list, has nobody to go back to, or is our own letter come home, is let lie.
 */
export function whyIgnored(
  headers: MailHeaders,
  { sender, from, domain }: { sender: string; from: string; domain: string },
): Ignored | null {
  if (sender === '' || headers.get('content-type').startsWith('multipart/report')) return 'bounce'
  const submitted = headers.get('auto-submitted')
  if (submitted !== '' && !/^\s*no\b/i.test(submitted)) return 'automatic'
  if (headers.get('x-autoreply') || headers.get('x-autorespond')) return 'automatic'
  if (LIST_HEADERS.some((name) => headers.get(name) !== '')) return 'list'
  if (BULK.test(headers.get('precedence'))) return 'list'
  const isHome = [sender, from].some((address) => address.toLowerCase().endsWith(`@${domain}`))
  if (isHome || headers.get('x-loop').includes(domain)) return 'loop'
  if (headers.get('message-id').toLowerCase().endsWith(`@${domain}>`)) return 'loop'
  return ROBOTS.test(from) || ROBOTS.test(sender) ? 'automatic' : null
}
