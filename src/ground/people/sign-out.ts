import { type Answer, done } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { SESSION_COOKIE } from './begin-session.ts'

/** Ends this session on our side too, so that a copied cookie is worth nothing. Signing out twice is fine. */
export async function endSession(x: Exchange): Promise<Answer> {
  if (x.session) await x.db.deleteFrom('sessions').where('id', '=', x.session.id).execute()
  return done(x, {
    to: '/',
    cookies: [{ name: SESSION_COOKIE, value: '', maxAge: 0 }],
    json: () => ({ signed_out: true }),
  })
}
