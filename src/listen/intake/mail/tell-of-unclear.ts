import type { Tx } from '#core/db/connect.ts'
import type { Call } from '../../calls/index.ts'
import type { TakenWords } from '../take-in-words.ts'
import { m } from './messages.ts'
import { type Telling, tellClerks } from './tell-clerks.ts'

/** Part of a mail was not read, or belongs to no question: its whole stands beside the answer, and the clerks are told to look. */
export async function tellOfUnclear(
  tx: Tx,
  telling: Telling,
  { taken, call }: { taken: TakenWords & { ok: true }; call: Call },
): Promise<void> {
  const { number, isRepeat, reading } = taken
  if (isRepeat || (reading.unread.length === 0 && reading.beside === '')) return
  const url = `${telling.baseUrl}/answers/${number}/letters`
  await tellClerks(tx, telling, {
    bodyId: call.body.id,
    letter: (t) => ({ subject: t(m.unclearSubject, { number }), text: t(m.unclearText, { number, url }) }),
  })
}
