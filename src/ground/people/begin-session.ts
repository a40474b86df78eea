import type { Tx } from '#core/db/connect.ts'
import type { CookieToSet } from '#core/http/answer.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { newToken, unorderedId } from '#core/ids/ids.ts'
import { addDays, isoDate } from '#core/time/days.ts'

export const SESSION_COOKIE = 'session'
const SESSION_DAYS = 30
/** The cookie outlives its session, so that whoever comes too late is told that it ended, and their words are kept. */
const COOKIE_DAYS = 60

interface NewSession {
  personId: string
  device: string
  now: Date
  /** By a passkey that knew its owner: by a finger, a face or a number. */
  isProven?: boolean
  isByRecoveryCode?: boolean
}

/** A new session with a new token, whatever cookie came before it: a token planted by somebody else is worth nothing. */
export async function beginSession(
  tx: Tx,
  { personId, device, now, isProven = false, isByRecoveryCode = false }: NewSession,
): Promise<CookieToSet> {
  const token = newToken()
  await tx
    .insertInto('sessions')
    .values({
      id: unorderedId(),
      tokenHash: sha256(token),
      personId,
      begunAt: now,
      seenOn: isoDate(now),
      expiresAt: addDays(now, SESSION_DAYS),
      steppedUpAt: now,
      provedAt: isProven ? now : null,
      isByRecoveryCode,
      device,
    })
    .execute()
  return sessionCookie(token)
}

export function sessionCookie(token: string): CookieToSet {
  return { name: SESSION_COOKIE, value: token, maxAge: COOKIE_DAYS * 86_400 }
}
