import type { Exchange } from '#core/http/exchange.ts'
import { addDays } from '#core/time/days.ts'
import { sessionMessages } from '../session-messages.ts'
import { endingMessages as m } from './messages.ts'

/** As long as a cookie can name a session that was ended with all others. */
const TOLD_DAYS = 60

/** What the sign-in page says to somebody who was signed in; null to everybody else. */
export async function whySignedOut(x: Exchange): Promise<string | null> {
  if (!x.hasEndedSession) return null
  const ended = await x.db
    .selectFrom('sessionEndings')
    .select(['reason', 'endedAt'])
    .where('isOfEverybody', '=', true)
    .where('endedAt', '>', addDays(x.now, -TOLD_DAYS))
    .orderBy('endedAt', 'desc')
    .executeTakeFirst()
  const note = x.t(sessionMessages.endedNote)
  if (!ended) return note
  return `${note} ${x.t(m.everybodyEnded, { moment: x.t.moment(ended.endedAt), reason: ended.reason })}`
}
