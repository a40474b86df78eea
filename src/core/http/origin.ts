import type { IncomingHttpHeaders } from 'node:http'
import type { Problem } from './answer.ts'
import { coreMessages as m } from './core-messages.ts'
import type { Exchange } from './exchange.ts'

/**
 * Refuses a write that another site's page caused (cross-site request forgery): by `Sec-Fetch-Site` where the browser
 * sends it, by `Origin` on older ones. No token, hence no cookie for somebody without an account. A request without
 * either comes from no browser, and so carries nobody's cookies unasked.
 */
export function originProblem(x: Exchange, headers: IncomingHttpHeaders): Problem | null {
  const isForged = isFromElsewhere(headers, x.house.baseUrl)
  return isForged ? { status: 403, id: 'request.other-site', title: x.t(m.otherSite) } : null
}

function isFromElsewhere(headers: IncomingHttpHeaders, baseUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = headers.origin
  if (origin === undefined) return false
  const host = headers.host ?? ''
  return origin !== new URL(baseUrl).origin && origin !== `http://${host}` && origin !== `https://${host}`
}
