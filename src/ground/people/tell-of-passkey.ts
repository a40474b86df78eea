import type { Tx } from '#core/db/connect.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import { sessionMessages as m } from './session-messages.ts'

/** Tells the owner of an account that a passkey was made for it, in case it was not they. */
export async function tellOfPasskey(tx: Tx, x: Exchange): Promise<void> {
  const { person } = x.viewer
  if (!person || person.email === null) return
  const t = x.speak(person.language)
  const { name: house, baseUrl } = x.house
  const text = t(m.passkeyAddedText, {
    name: person.name,
    device: x.device,
    house,
    url: `${baseUrl}/account`,
  })
  await writeLetter(tx, { to: person.email, subject: t(m.passkeyAddedSubject, { house }), text }, x.now)
}
