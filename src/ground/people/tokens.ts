import { z } from 'zod'
import { type Answer, done, type FieldProblem, invalid, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { newToken, unorderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { lineOf } from '#core/input/text.ts'
import { addDays, isoSecond } from '#core/time/days.ts'
import { m } from './messages.ts'
import { NewTokenPage, TokenMadePage } from './pages/token-page.tsx'

/** What a token may be let do; a route names the one it needs. */
export const SCOPES = [
  'submissions:write',
  'answers:write',
  'decisions:write',
  'following:write',
  'translations:write',
  'calls:write',
  'desk:read',
  'desk:write',
  'handed-in:read',
  'my-data:read',
  'my-data:write',
] as const
const DAYS = [7, 30, 90, 365] as const

const tokenInput = z.object({
  name: lineOf(80, m.tokenNameMissing.id),
  scopes: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.enum(SCOPES)).min(1),
  ),
  days: z.coerce.number().pipe(z.union(DAYS.map((days) => z.literal(days)))),
})

export async function showNewToken(x: Exchange): Promise<Answer> {
  return show(x, { html: () => pageOf(x, []), json: () => ({ scopes: SCOPES }) })
}

/** A token for a program: narrow scopes, an end, shown once. */
export async function createToken(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const input = tokenInput.safeParse(x.form)
  if (!input.success) {
    const problems = problemsOf(input.error, x.t).map((problem) =>
      problem.field === 'scopes' ? { ...problem, message: x.t(m.chooseScopes) } : problem,
    )
    return invalid(x, {
      problem: { id: 'token.invalid', title: x.t(m.problem), fields: problems },
      html: () => pageOf(x, problems),
    })
  }
  const { name, scopes, days } = input.data
  const token = newToken()
  const endsAt = addDays(x.now, days)
  await x.db
    .insertInto('accessTokens')
    .values({
      id: unorderedId(),
      personId: person.id,
      name,
      tokenHash: sha256(token),
      scopes,
      madeAt: x.now,
      endsAt,
    })
    .execute()
  return show(x, {
    html: () =>
      x.page({ title: x.t(m.tokenMade), isUnlisted: true, children: TokenMadePage({ t: x.t, token }) }),
    json: () => ({ token, scopes, ends_at: isoSecond(endsAt) }),
    status: 201,
  })
}

export async function revokeToken(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const { id } = x.params
  if (/^[0-9a-f-]{36}$/.test(id ?? '')) {
    await x.db
      .updateTable('accessTokens')
      .set({ revokedAt: x.now })
      .where('personId', '=', person.id)
      .where('id', '=', id ?? '')
      .execute()
  }
  return done(x, { to: '/account', json: () => ({ revoked: id }) })
}

function pageOf(x: Exchange, problems: FieldProblem[]): string {
  return x.page({
    title: x.t(m.newToken),
    isUnlisted: true,
    children: NewTokenPage({ t: x.t, typed: x.form, problems, scopes: SCOPES, days: DAYS }),
  })
}
