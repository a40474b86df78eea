import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { m } from './messages.ts'
import { signatureProblem } from './signature.ts'
import { takeInText } from './take-in-text.ts'
import { textInput } from './text-input.ts'

/** What a provider brings: believed only when it is signed, and answered once it is stored. */
export async function receiveText(x: Exchange): Promise<Answer> {
  const secret = x.house.routesIn?.textsSecret
  if (!secret || !x.raw) return problem(404, 'texts.off', x.t(m.off))
  const unsigned = signatureProblem(x.raw, { secret, now: x.now })
  if (unsigned) return problem(401, `texts.${unsigned}`, x.t(m[unsigned]))
  const input = textInput.safeParse(x.form)
  if (!input.success) return problem(422, 'texts.unreadable', x.t(m.unreadable))
  const { isRepeat, waits } = await takeInText(x, input.data)
  return { kind: 'json', status: 202, body: { id: input.data.id, repeat: isRepeat, waits_for_parts: waits } }
}
