import type { Db } from '#core/db/connect.ts'
import type { House } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { idleBefore } from './idle.ts'

const TOKENS_KEPT_DAYS = 30

/**
 * Forgets what signs nobody in any more: sessions and links whose time is over, sessions that nobody uses, challenges nobody answered, and access
 * tokens a month after their end, so that a person can still see which one they ended.
 */
export async function forgetEnded(
  db: Db,
  { now, house }: { now: Date; house: Pick<House, 'isDemo'> },
): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<', now).execute()
  if (!house.isDemo) await forgetIdle(db, now)
  await db.deleteFrom('signInLinks').where('expiresAt', '<', now).execute()
  await db.deleteFrom('passkeyChallenges').where('expiresAt', '<', now).execute()
  const longAgo = addDays(now, -TOKENS_KEPT_DAYS)
  await db
    .deleteFrom('accessTokens')
    .where((eb) => eb.or([eb('endsAt', '<', longAgo), eb('revokedAt', '<', longAgo)]))
    .execute()
}

async function forgetIdle(db: Db, now: Date): Promise<void> {
  const before = idleBefore(now)
  await db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('seenOn', '<', before.seenOn), eb('usedFrom', '<', before.usedFrom)]))
    .execute()
}
