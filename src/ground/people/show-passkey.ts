import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { Route } from '#core/http/route.ts'
import { withinHouse } from '#core/http/send-answer.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { newToken } from '#core/ids/ids.ts'
import { sessionCookie } from './begin-session.ts'
import { m } from './messages.ts'
import { noteProof } from './note-proof.ts'
import { ShowPasskeyPage } from './pages/show-passkey-page.tsx'
import { keepChallenge, keepCounter, rpId, shownPasskey } from './passkeys.ts'
import { sessionMessages } from './session-messages.ts'

/** Asks whoever holds a role that rests for their passkey, or to make one; leads on where none rests. */
export async function showPasskeyProof(x: Exchange): Promise<Answer> {
  const to = typeof x.query.to === 'string' ? withinHouse(x.query.to) : '/'
  if (!x.viewer.resting) return seeOther(to)
  return show(x, { html: () => passkeyPage(x, { to }), json: () => ({}) })
}

/** The page that asks for it; with the form that was sent, where one was. */
export function passkeyPage(x: Exchange, { to }: { to: string }): string {
  const { t, url, form, files, method } = x
  const hasPasskey = x.viewer.resting?.hasPasskey === true
  const kept = method === 'POST' ? { action: url, form, hadFiles: files.length > 0 } : null
  return x.page({
    title: t(hasPasskey ? sessionMessages.showPasskeyTitle : sessionMessages.makePasskeyTitle),
    isUnlisted: true,
    islands: ['passkeys'],
    children: ShowPasskeyPage({ t, hasPasskey, to, kept }),
  })
}

/** What the browser needs to show a passkey of the signed-in person, one that knows its owner. */
export async function createProofOptions(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return problem(401, 'access.sign-in', x.t(m.signInTitle))
  const theirs = await x.db
    .selectFrom('passkeys')
    .select('credentialId')
    .where('personId', '=', person.id)
    .execute()
  const options = await generateAuthenticationOptions({
    rpID: rpId(x),
    userVerification: 'required',
    allowCredentials: theirs.map(({ credentialId }) => ({ id: credentialId })),
  })
  const challenge = await keepChallenge(x, { challenge: options.challenge, personId: person.id })
  return { kind: 'json', status: 200, body: { challenge, options } }
}

/** Wakes the roles for an hour; the session gets a new token, so that a copied cookie does not wake with it. */
export async function createProof(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  const { session } = x
  const shown = person && session ? await shownPasskey(x, person.id) : null
  if (!shown?.isProven || !session) return problem(422, 'passkey.not-verified', x.t(m.passkeyRefused))
  const token = newToken()
  await inTransaction(x.db, async (tx) => {
    await keepCounter(tx, shown)
    await noteProof(tx, { sessionId: session.id, now: x.now })
    await tx
      .updateTable('sessions')
      .set({ tokenHash: sha256(token) })
      .where('id', '=', session.id)
      .execute()
  })
  return done(x, { to: '/', cookies: [sessionCookie(token)], json: () => ({ shown: true }) })
}

/**
 * The handler that changes how one signs in, for whoever needs a passkey for their role: only by a passkey they have, or a recovery
 * code they wrote down. Otherwise whoever reads their mail would make themselves one.
 */
export function provenly(to: string, handler: Route['handler']): Route['handler'] {
  return async (x) => {
    if (!x.viewer.resting?.hasPasskey || x.session?.isByRecoveryCode) return handler(x)
    if (x.wants === 'json') return problem(403, 'access.passkey', x.t(sessionMessages.keysRest))
    return { kind: 'page', status: 200, html: passkeyPage(x, { to }) }
  }
}
