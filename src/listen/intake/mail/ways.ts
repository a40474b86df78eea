import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { type Call, callToRead, crumbOf, findVisibleCall, stateOf } from '../../calls/index.ts'
import { keywordOf } from '../texts/keywords.ts'
import { callAddress } from './addresses.ts'
import { m } from './messages.ts'
import { WaysPage } from './pages/ways-page.tsx'

/** Where to write to by mail, and by text message, as far as this organisation has both. */
export async function showWays(x: Exchange): Promise<Answer> {
  const found = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!found) return problem(404, 'not-found', x.t(m.noSuchCall))
  const { call } = await callToRead(x.db, found, x.language)
  const { mailDomain, textsNumber } = x.house.routesIn ?? {}
  const mail = mailDomain === undefined ? null : callAddress(call.number, mailDomain)
  const text = textsNumber ?? null
  const keyword = await keywordOf(x.db, call.id)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.waysTitle),
        crumbs: [crumbOf(x.t, call)],
        section: 'calls',
        children: WaysPage({ t: x.t, call, mail, text, keyword }),
      }),
    json: () => ({ call: call.number, mail, text, keyword: keyword === '' ? null : keyword }),
    cache: 'public',
  })
}

/** The link on a call's page while it takes answers from everybody; a mail does not tell who is a member. */
export function waysHref(call: Call, now: Date): string | null {
  const isOffered = call.audience === 'anyone' && stateOf(call, now) === 'open'
  return isOffered ? `/calls/${call.number}/by-mail` : null
}
