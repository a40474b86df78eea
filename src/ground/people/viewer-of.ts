import { isGrave } from '#core/access/grave-roles.ts'
import type { Grant, Person, Resting, Viewer } from '#core/access/viewer.ts'
import { NOBODY } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { sha256 } from '#core/ids/hashes.ts'
import type { House } from '#core/slice/house.ts'
import { isoDate } from '#core/time/days.ts'
import { grantsToday } from '#ground/grants/grants-today.ts'
import { isIdle, isSameUse, type Use, useAt } from './idle.ts'

export interface SignedIn {
  viewer: Viewer
  session: Exchange['session']
  /** A session was named that is none any more: past its end, unused for too long, or ended by somebody. */
  hasEnded: boolean
}

const STEPPED_UP_MINUTES = 15
/** A desk is worked through in sittings: whoever is asked at every other case shows their passkey without reading why. */
const PROVED_MINUTES = 60

export interface SessionAsked {
  token: string
  now: Date
  house: Pick<House, 'isDemo' | 'demandsPasskeys'>
}

/** Who holds this session cookie; nobody when it is unknown, past its end, or was not used for too long. */
export async function viewerOfSession(db: Db, { token, now, house }: SessionAsked): Promise<SignedIn> {
  const session = await db
    .selectFrom('sessions')
    .select(['id', 'personId', 'steppedUpAt', 'provedAt', 'isByRecoveryCode', 'seenOn', 'usedFrom'])
    .where('tokenHash', '=', sha256(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (!session) return { viewer: NOBODY, session: null, hasEnded: true }
  const { id, personId, provedAt, steppedUpAt, isByRecoveryCode } = session
  const viewer = await viewerOf(db, { personId, now, scopes: null })
  const isInGraveRole = viewer.grants.some(isGrave)
  // A demonstration's clock jumps by weeks, and nobody was idle.
  if (!house.isDemo && isIdle(session, { now, isInGraveRole }))
    return { viewer: NOBODY, session: null, hasEnded: true }
  noteUse(db, { session, use: useAt(now, isInGraveRole) })
  const isWithin = (at: Date | null, minutes: number) =>
    at !== null && now.getTime() - at.getTime() < minutes * 60_000
  const isSteppedUp = isWithin(steppedUpAt, STEPPED_UP_MINUTES)
  const mayAct = !house.demandsPasskeys || isWithin(provedAt, PROVED_MINUTES)
  return {
    viewer: mayAct ? viewer : await withRolesResting(db, viewer),
    session: { id, isSteppedUp, isByRecoveryCode },
    hasEnded: false,
  }
}

/** Taken out of the roles that count, so that whatever forgets to ask denies. */
async function withRolesResting(db: Db, viewer: Viewer): Promise<Viewer> {
  const grants = viewer.grants.filter(isGrave)
  if (grants.length === 0 || !viewer.person) return viewer
  const passkey = await db
    .selectFrom('passkeys')
    .select('id')
    .where('personId', '=', viewer.person.id)
    .limit(1)
    .executeTakeFirst()
  const resting: Resting = { grants, hasPasskey: passkey !== undefined }
  return { ...viewer, grants: viewer.grants.filter((grant) => !isGrave(grant)), resting }
}

/** Writes the use down beside the request, which does not wait for it. */
function noteUse(db: Db, { session, use }: { session: Use & { id: string }; use: Use }): void {
  if (isSameUse(session, use)) return
  const written = db.updateTable('sessions').set(use).where('id', '=', session.id).execute()
  // Whatever keeps it from being written, the next request writes it.
  written.catch(() => {})
}

/** Who holds this personal access token, within its scopes and until its end. */
export async function viewerOfToken(db: Db, { token, now, house }: SessionAsked): Promise<Viewer | null> {
  const row = await db
    .selectFrom('accessTokens')
    .select(['id', 'personId', 'scopes', 'usedOn'])
    .where('tokenHash', '=', sha256(token))
    .where('endsAt', '>', now)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const today = isoDate(now)
  if (row.usedOn !== today)
    await db.updateTable('accessTokens').set({ usedOn: today }).where('id', '=', row.id).execute()
  const viewer = await viewerOf(db, { personId: row.personId, now, scopes: row.scopes })
  // A program shows no passkey.
  return house.demandsPasskeys ? withRolesResting(db, viewer) : viewer
}

async function viewerOf(
  db: Db,
  { personId, now, scopes }: { personId: string; now: Date; scopes: readonly string[] | null },
): Promise<Viewer> {
  const [person, grants] = await Promise.all([personOf(db, personId, now), grantsOf(db, personId, now)])
  return { person, grants, scopes }
}

async function personOf(db: Db, personId: string, now: Date): Promise<Person> {
  const today = isoDate(now)
  return db
    .selectFrom('people')
    .select((eb) => [
      'id',
      'name',
      'email',
      'language',
      'unitId',
      eb
        .exists(
          eb
            .selectFrom('memberships')
            .select('memberships.id')
            .whereRef('memberships.personId', '=', 'people.id')
            .where('memberships.fromOn', '<=', today)
            .where((or) => or.or([or('memberships.toOn', 'is', null), or('memberships.toOn', '>=', today)])),
        )
        .$castTo<boolean>()
        .as('isMember'),
    ])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
}

async function grantsOf(db: Db, personId: string, now: Date): Promise<Grant[]> {
  return grantsToday(db, now)
    .select(['grants.role', 'grants.unitId', 'grants.bodyId', 'grants.isDownTheTree'])
    .where('grants.personId', '=', personId)
    .execute()
}
