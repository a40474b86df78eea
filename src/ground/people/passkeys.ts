import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { beginSession } from './begin-session.ts'
import { m } from './messages.ts'
import { noteProof } from './note-proof.ts'
import { tellOfPasskey } from './tell-of-passkey.ts'

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
    // One that is to wake a role must know its owner.
    authenticatorSelection: {
      residentKey: 'required',
      userVerification: x.viewer.resting ? 'required' : 'preferred',
    },
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
  const { credential, userVerified } = verified.registrationInfo
  await inTransaction(x.db, async (tx) => {
    await keepPasskey(tx, { x, personId: person.id, credential })
    await tellOfPasskey(tx, x)
    // Whoever has just made it has just shown it.
    if (userVerified && x.session) await noteProof(tx, { sessionId: x.session.id, now: x.now })
  })
  return done(x, { to: '/account', status: 201, json: () => ({ added: true }) })
}

async function keepPasskey(
  tx: Tx,
  { x, personId, credential }: { x: Exchange; personId: string; credential: WebAuthnCredential },
): Promise<void> {
  await tx
    .insertInto('passkeys')
    .values({
      id: unorderedId(),
      personId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name: x.device,
      addedAt: x.now,
    })
    .execute()
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
  const shown = await shownPasskey(x, null)
  if (!shown) return problem(422, 'passkey.not-verified', x.t(m.passkeyRefused))
  const cookie = await inTransaction(x.db, async (tx) => {
    await keepCounter(tx, shown)
    const { personId, isProven } = shown
    return beginSession(tx, { personId, device: x.device, now: x.now, isProven })
  })
  return done(x, { to: '/', cookies: [cookie], json: () => ({ signed_in: true }) })
}

export interface ShownPasskey {
  id: string
  personId: string
  counter: number
  /** It knew its owner, by a finger, a face or a number: two factors in one. */
  isProven: boolean
}

/** The passkey that answered a challenge made for `personId`, or for nobody in particular; null when nothing of it holds. */
export async function shownPasskey(x: Exchange, personId: string | null): Promise<ShownPasskey | null> {
  const challenge = await takeChallenge(x, personId)
  const response = x.form.response as AuthenticationResponseJSON
  const passkey = challenge ? await findPasskey(x.db, response?.id) : undefined
  if (!challenge || !passkey || (personId !== null && passkey.personId !== personId)) return null
  const verified = await verifyAuthenticationResponse({
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
  if (!verified?.verified) return null
  const { newCounter: counter, userVerified: isProven } = verified.authenticationInfo
  return { id: passkey.id, personId: passkey.personId, counter, isProven }
}

export async function keepCounter(tx: Tx, { id, counter }: ShownPasskey): Promise<void> {
  await tx.updateTable('passkeys').set({ counter }).where('id', '=', id).execute()
}

async function findPasskey(db: Db, credentialId: unknown) {
  if (typeof credentialId !== 'string') return undefined
  return db
    .selectFrom('passkeys')
    .select(['id', 'personId', 'credentialId', 'publicKey', 'counter'])
    .where('credentialId', '=', credentialId)
    .executeTakeFirst()
}

export async function keepChallenge(
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

export const rpId = (x: Exchange) => new URL(x.house.baseUrl).hostname

const origin = (x: Exchange) => new URL(x.house.baseUrl).origin
