import { orderedId } from '#core/ids/ids.ts'
import { importMembers } from '#ground/people/import-members.ts'
import { csvIn } from './csv-in.ts'
import { inLetterTo, SIGN_IN } from './letters.ts'
import type { TestHouse } from './open-test-house.ts'
import type { Visitor } from './visitor.ts'

/** Whoever is written everywhere: each place where words go has a mark of its own, beginning alike, and too long to stand in a hash by chance. */
export const MEMBER = { mark: 'zqmember', name: 'Zqmembername Person', email: 'zqmembermail@example.org' }
export const STRANGER = {
  mark: 'zqstranger',
  name: 'Zqstrangername Visitor',
  email: 'zqstrangermail@example.org',
}
export const CLERK = { mark: 'zqclerk', name: 'Zqclerkname Officer', email: 'zqclerkmail@example.org' }
export const AGENT = 'ZqmemberAgent/1.0 (Zqmembersystem)'
export const ADDRESS = '203.0.113.77'

export const HEADERS = { 'user-agent': AGENT, 'x-forwarded-for': ADDRESS }

/** A member comes from a file and signs in by a letter. */
export async function join(house: TestHouse, who: { name: string; email: string; mark: string }) {
  const file = `name,email,unit,number,from\n${who.name},${who.email},millbrook,${who.mark}number,2025-05-01\n`
  await importMembers(house.db, csvIn(house, file).given)
  await house.visitor().post('/sign-in', { email: who.email }, { headers: HEADERS })
  const visitor = house.visitor()
  await visitor.post(await inLetterTo(house, who.email, SIGN_IN), {}, { headers: HEADERS })
  return visitor
}

/** The id of whoever has this address. */
export async function idOf(house: TestHouse, email: string): Promise<string> {
  const { id } = await house.db
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return id
}

/** The clerk is clerk of housing, and moderator, administrator and data officer of the alliance. */
export async function giveClerksRoles(house: TestHouse, personId: string): Promise<void> {
  const now = house.clock.now()
  const { units, bodies } = house.world
  const roles = [
    { role: 'clerk', unitId: units.alliance.id, bodyId: bodies.housing.id, isDownTheTree: false },
    ...['moderator', 'administrator', 'data-officer'].map((role) => ({
      role,
      unitId: units.alliance.id,
      bodyId: null,
      isDownTheTree: true,
    })),
  ]
  const time = {
    fromOn: '2026-01-01',
    toOn: '2028-01-01',
    grantedAt: now,
    grantedBy: house.world.people.ada.id,
  }
  for (const role of roles)
    await house.db
      .insertInto('grants')
      .values({ id: orderedId(now), personId, purpose: `${CLERK.mark}held`, ...role, ...time })
      .execute()
  const seat = { bodyId: bodies.housing.id, seat: 'clerk', fromOn: '2026-01-01' }
  await house.db
    .insertInto('bodySeats')
    .values({ id: orderedId(now), personId, ...seat })
    .execute()
}

/** Signs in by a letter, as nobody who was here before. */
export async function signInAgain(house: TestHouse, email: string): Promise<Visitor> {
  await house.visitor().post('/sign-in', { email })
  const visitor = house.visitor()
  await visitor.post(await inLetterTo(house, email, SIGN_IN))
  return visitor
}
