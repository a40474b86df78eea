import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { findHelp } from '../help/who-helps.ts'
import { m } from './messages.ts'
import { WaitingPage } from './pages/waiting-page.tsx'

/** Forms of a call whose pictures wait to be typed, oldest first. */
export async function showWaiting(x: Exchange): Promise<Answer> {
  const help = await findHelp(x)
  if (!help.ok) return help.answer
  const waiting = await x.db
    .selectFrom('slipPictures')
    .innerJoin('slips', 'slips.id', 'slipPictures.slipId')
    .innerJoin('slipBatches', 'slipBatches.id', 'slips.batchId')
    .select(['slips.number', 'slipPictures.broughtAt'])
    .where('slipBatches.callId', '=', help.call.id)
    .orderBy('slipPictures.broughtAt')
    .limit(200)
    .execute()
  const title = x.t(m.waitingTitle)
  const children = WaitingPage({ t: x.t, call: help.call, waiting })
  return show(x, {
    html: () => x.page({ title, isUnlisted: true, children }),
    json: () => ({ waiting: waiting.map(({ number }) => number) }),
  })
}
