import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { problemsOf } from '#core/input/problems.ts'
import { dayOf, emailAddress, lineOf, orNothing, words } from '#core/input/text.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { accountFor } from './account-for.ts'
import { endGrant } from './end-grant.ts'
import { giveRole, type NewRole } from './give-role.ts'
import { again } from './grant-form.ts'
import { grantsHeld } from './held-grants.ts'
import { m } from './messages.ts'
import { RolesPage } from './pages/roles-page.tsx'
import { mayGrant } from './policy.ts'

export const ROLES = [
  'clerk',
  'chair',
  'secretary',
  'helper',
  'call-taker',
  'partner',
  'theme-team',
  'moderator',
  'data-officer',
  'translator',
  'administrator',
] as const
const LONGEST_DAYS = 731

const grantInput = z.object({
  email: emailAddress,
  name: orNothing(lineOf(120)),
  role: z.enum(ROLES),
  unit: z.string().max(100),
  body: orNothing(z.string().max(100)),
  below: orNothing(z.literal('yes')),
  purpose: lineOf(300, m.purposeMissing.id),
  from: dayOf(m.fromMissing.id),
  to: dayOf(m.toMissing.id),
})

/** What the API answers for the roles held today and later. */
export const rolesJson = z.object({
  roles: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      unit: z.string(),
      body: z.string().nullable(),
      and_below: z.boolean(),
      purpose: z.string(),
      from: z.string(),
      until: z.string(),
    }),
  ),
})

/** Every role that is held, for everybody. */
export async function showRoles(x: Exchange): Promise<Answer> {
  const held = await grantsHeld(x.db, x.now)
  const mayGive = x.viewer.grants.some(({ role }) => role === 'administrator')
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.title),
        children: RolesPage({
          t: x.t,
          held,
          mayGive,
          mayEnd: (grant) => mayGrant(x.viewer, grant) === 'allowed',
        }),
      }),
    json: (): z.infer<typeof rolesJson> => ({
      roles: held.map(({ personName, role, unitSlug, bodyName, isDownTheTree, purpose, fromOn, toOn }) => ({
        name: personName,
        role,
        unit: unitSlug,
        body: bodyName,
        and_below: isDownTheTree,
        purpose,
        from: fromOn,
        until: toOn,
      })),
    }),
    cache: 'public',
  })
}

/** Gives a role to somebody with an account, in a unit the giver's own role covers. */
export async function createGrant(x: Exchange): Promise<Answer> {
  const by = x.viewer.person
  const input = grantInput.safeParse(x.form)
  if (!input.success || !by) return again(x, input.success ? [] : problemsOf(input.error, x.t))
  const found = await findGrant(x, input.data, { id: by.id, name: by.name })
  if ('kind' in found) return found
  const once = { key: x.onceKey, asker: by.id, request: input.data, now: x.now }
  const given = await giveRole(x.db, { grant: found, once })
  if (!given.ok) return keyReused(x)
  return done(x, { to: '/roles', status: 201, json: () => given.result })
}

async function findGrant(
  x: Exchange,
  input: z.infer<typeof grantInput>,
  by: NewRole['by'],
): Promise<NewRole | Answer> {
  const units = x.db.selectFrom('units').select(['id', 'name', 'lineage'])
  const unit = await units.where('slug', '=', input.unit).executeTakeFirst()
  if (!unit) return again(x, [{ field: 'unit', message: x.t(m.noSuchUnit) }])
  if (mayGrant(x.viewer, unit) !== 'allowed') return problem(403, 'grant.not-your-place', x.t(m.notYourPlace))
  const body = await bodyOf(x, input.body, unit.id)
  const wrong = datesProblem(input)
  if (input.body && !body) return again(x, [{ field: 'body', message: x.t(m.noSuchBody) }])
  if (wrong) return again(x, [{ field: 'to', message: x.t(wrong) }])
  const { email, name } = input
  const person = await accountFor(x.db, { email, name, unitId: unit.id, language: x.language, now: x.now })
  if (!person) return again(x, [{ field: 'email', message: x.t(m.noSuchPerson) }])
  const { role, purpose, from: fromOn, to: toOn } = input
  return {
    person,
    role,
    unit,
    body,
    isDownTheTree: input.below === 'yes' && !body,
    purpose,
    fromOn,
    toOn,
    by,
  }
}

async function bodyOf(x: Exchange, slug: string | undefined, unitId: string) {
  if (slug === undefined) return null
  const bodies = x.db.selectFrom('bodies').select(['id', 'name']).where('unitId', '=', unitId)
  return (await bodies.where('slug', '=', slug).executeTakeFirst()) ?? null
}

function datesProblem({ from, to }: { from: string; to: string }) {
  if (to < from) return m.endsBeforeItBegins
  return to > isoDate(addDays(new Date(`${from}T00:00:00Z`), LONGEST_DAYS)) ? m.tooLong : null
}

/** Ends a role before its time, with a reason. */
export async function createGrantEnding(x: Exchange): Promise<Answer> {
  const grant = (await grantsHeld(x.db, x.now)).find(({ id }) => id === x.params.id)
  const by = x.viewer.person
  if (!grant || !by) return problem(404, 'grant.unknown', x.t(m.noSuchGrant))
  if (mayGrant(x.viewer, grant) !== 'allowed')
    return problem(403, 'grant.not-your-place', x.t(m.notYourPlace))
  const input = z.object({ reason: words(500, m.endReasonMissing.id) }).safeParse(x.form)
  if (!input.success) {
    const [first] = problemsOf(input.error, x.t)
    return problem(422, 'grant.no-reason', first?.message ?? '')
  }
  const isEnded = await endGrant(x.db, {
    grant,
    kind: 'grant.ended',
    by: { id: by.id, name: by.name },
    reason: input.data.reason,
    now: x.now,
  })
  if (!isEnded) return problem(409, 'grant.ended-already', x.t(m.noSuchGrant))
  return done(x, { to: '/roles', json: () => ({ ended: grant.id }) })
}
