import { sql } from 'kysely'
import { isGrave } from '#core/access/grave-roles.ts'
import type { Grant, Person, Resting, Viewer } from '#core/access/viewer.ts'
import { NOBODY } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { inGroups } from '#core/db/in-groups.ts'
import { kept, opaque } from '#core/db/kept-statements.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { sha256 } from '#core/ids/hashes.ts'
import type { House } from '#core/slice/house.ts'
import { isoDate } from '#core/time/days.ts'
import { areHeld } from '#ground/grants/grants-today.ts'
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
  const session = await sessionAndPerson(db, { hash: sha256(token), now })
  if (!session || session.expiresAt <= now) return { viewer: NOBODY, session: null, hasEnded: true }
  const viewer = viewerFrom(session, null)
  const isInGraveRole = viewer.grants.some(isGrave)
  // A demonstration's clock jumps by weeks, and nobody was idle.
  if (!house.isDemo && isIdle(session, { now, isInGraveRole }))
    return { viewer: NOBODY, session: null, hasEnded: true }
  noteUse(db, { session: { ...session, id: session.sessionId }, use: useAt(now, isInGraveRole) })
  const isWithin = (at: Date | null, minutes: number) =>
    at !== null && now.getTime() - at.getTime() < minutes * 60_000
  const isSteppedUp = isWithin(session.steppedUpAt, STEPPED_UP_MINUTES)
  const mayAct = !house.demandsPasskeys || isWithin(session.provedAt, PROVED_MINUTES)
  return {
    viewer: mayAct ? viewer : await withRolesResting(db, viewer),
    session: { id: session.sessionId, isSteppedUp, isByRecoveryCode: session.isByRecoveryCode },
    hasEnded: false,
  }
}

interface HeldSession extends Use {
  sessionId: string
  tokenHash: Buffer
  expiresAt: Date
  steppedUpAt: Date | null
  provedAt: Date | null
  isByRecoveryCode: boolean
}

/** Every page of everybody signed in begins with this: those who come at once are one question. */
const sessionAndPerson = inGroups(async (db, asks: readonly { hash: Buffer; now: Date }[]) => {
  const hashes = asks.map(({ hash }) => hash)
  const { rows } = await sql<HeldSession & PersonToday>`
    select sessions.id as session_id, token_hash, expires_at, stepped_up_at, proved_at, is_by_recovery_code, seen_on, used_from,
      ${personToday(latest(asks))}
    from sessions join people on people.id = sessions.person_id
    where token_hash = any(${opaque(sql`${hashes}::bytea[]`)}::bytea[]) ${kept}`.execute(db)
  const byHash = new Map(rows.map((row) => [row.tokenHash.toString('hex'), row]))
  return hashes.map((hash) => byHash.get(hash.toString('hex')) ?? null)
})

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

interface PersonAsked {
  personId: string
  now: Date
}

async function viewerOf(db: Db, { scopes, ...asked }: PersonAsked & Pick<Viewer, 'scopes'>): Promise<Viewer> {
  const found = await personAndGrants(db, asked)
  if (!found) throw new Error('A token has nobody.')
  return viewerFrom(found, scopes)
}

const personAndGrants = inGroups(async (db, asks: readonly PersonAsked[]) => {
  const ids = asks.map(({ personId }) => personId)
  const { rows } = await sql<PersonToday>`
    select ${personToday(latest(asks))} from people
    where people.id = any(${opaque(sql`${ids}::uuid[]`)}::uuid[]) ${kept}`.execute(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
})

const latest = (asks: readonly { now: Date }[]) => new Date(Math.max(...asks.map(({ now }) => now.getTime())))

interface PersonToday extends Person {
  grants: Grant[]
}

/** What is selected of people: themselves, and the roles they hold today. */
function personToday(now: Date) {
  const today = isoDate(now)
  return sql`people.id, people.name, people.email, people.language, people.unit_id,
    exists (
      select from memberships
      where memberships.person_id = people.id and from_on <= ${today} and (to_on is null or to_on >= ${today})
    ) as is_member,
    (select coalesce(json_agg(json_build_object(
        'role', role, 'unitId', unit_id, 'bodyId', body_id, 'isDownTheTree', is_down_the_tree
      )), '[]')
      from grants
      where grants.person_id = people.id and ${areHeld(today)}
    ) as grants`
}

function viewerFrom(found: PersonToday, scopes: Viewer['scopes']): Viewer {
  const { id, name, email, language, unitId, isMember, grants } = found
  return { person: { id, name, email, language, unitId, isMember }, grants, scopes }
}
