import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { beginSession } from './begin-session.ts'
import { m } from './messages.ts'

const CHALLENGE_MINUTES = 5
/** EdDSA, ES256 and RS256 by their COSE numbers; the post-quantum one is an experiment of the runtime still. */
const ALGORITHMS = [-8, -7, -257]

/** What the browser needs to make a passkey for the signed-in person (WebAuthn level 3, section 5.4). */
export async function createPasskeyOptions(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return problem(401, 'access.sign-in', x.t(m.signInTitle))
  const known = await x.db
    .selectFrom('passkeys')
    .select('credentialId')
    .where('personId', '=', person.id)
    .execute()
  const options = await generateRegistrationOptions({
    rpName: x.house.name,
    rpID: rpId(x),
    userName: person.email ?? person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
  const challengeId = await keepChallenge(x, { challenge: options.challenge, personId: person.id })
  return { kind: 'json', status: 200, body: { challenge: challengeId, options } }
}

/** Keeps the passkey that the browser made. */
export async function createPasskey(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  const challenge = person && (await takeChallenge(x, person.id))
  const response = x.form.response as RegistrationResponseJSON
  const verified = challenge
    ? await verifyRegistrationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: origin(x),
        expectedRPID: rpId(x),
        requireUserVerification: false,
        supportedAlgorithmIDs: ALGORITHMS,
      }).catch(() => null)
    : null
  if (!person || !verified?.verified) return problem(422, 'passkey.not-verified', x.t(m.passkeyRefused))
  const { credential } = verified.registrationInfo
  await x.db
    .insertInto('passkeys')
    .values({
      id: unorderedId(),
      personId: person.id,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name: x.device,
      addedAt: x.now,
    })
    .execute()
  return done(x, { to: '/account', status: 201, json: () => ({ added: true }) })
}

/** What the browser needs to sign in by a passkey it holds; nobody is named, so nobody can be looked up. */
export async function createPasskeyChallenge(x: Exchange): Promise<Answer> {
  const options = await generateAuthenticationOptions({ rpID: rpId(x), userVerification: 'preferred' })
  return {
    kind: 'json',
    status: 200,
    body: { challenge: await keepChallenge(x, { challenge: options.challenge, personId: null }), options },
  }
}

/** Signs in by a passkey. */
export async function createPasskeySession(x: Exchange): Promise<Answer> {
  const challenge = await takeChallenge(x, null)
  const response = x.form.response as AuthenticationResponseJSON
  const passkey = challenge ? await findPasskey(x.db, response?.id) : undefined
  const verified =
    challenge && passkey
      ? await verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: origin(x),
          expectedRPID: rpId(x),
          requireUserVerification: false,
          credential: {
            id: passkey.credentialId,
            publicKey: new Uint8Array(passkey.publicKey),
            counter: passkey.counter,
          },
        }).catch(() => null)
      : null
  if (!passkey || !verified?.verified) return problem(422, 'passkey.not-verified', x.t(m.passkeyRefused))
  const cookie = await inTransaction(x.db, async (tx) => {
    await tx
      .updateTable('passkeys')
      .set({ counter: verified.authenticationInfo.newCounter })
      .where('id', '=', passkey.id)
      .execute()
    return beginSession(tx, { personId: passkey.personId, device: x.device, now: x.now })
  })
  return done(x, { to: '/', cookies: [cookie], json: () => ({ signed_in: true }) })
}

async function findPasskey(db: Db, credentialId: unknown) {
  if (typeof credentialId !== 'string') return undefined
  return db
    .selectFrom('passkeys')
    .select(['id', 'personId', 'credentialId', 'publicKey', 'counter'])
    .where('credentialId', '=', credentialId)
    .executeTakeFirst()
}

async function keepChallenge(
  x: Exchange,
  { challenge, personId }: { challenge: string; personId: string | null },
): Promise<string> {
  const id = unorderedId()
  const expiresAt = new Date(x.now.getTime() + CHALLENGE_MINUTES * 60_000)
  await x.db.deleteFrom('passkeyChallenges').where('expiresAt', '<', x.now).execute()
  await x.db.insertInto('passkeyChallenges').values({ id, personId, challenge, expiresAt }).execute()
  return id
}

/** A challenge is good once. */
async function takeChallenge(x: Exchange, personId: string | null): Promise<string | null> {
  const id = x.form.challenge
  if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return null
  const row = await x.db
    .deleteFrom('passkeyChallenges')
    .where('id', '=', id)
    .where('expiresAt', '>', x.now)
    .where('personId', personId === null ? 'is' : '=', personId)
    .returning('challenge')
    .executeTakeFirst()
  return row?.challenge ?? null
}

const rpId = (x: Exchange) => new URL(x.house.baseUrl).hostname

const origin = (x: Exchange) => new URL(x.house.baseUrl).origin
