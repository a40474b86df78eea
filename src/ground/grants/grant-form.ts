import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import type { problemsOf } from '#core/input/problems.ts'
import { invalidForm } from '#core/input/problems.ts'
import { m } from './messages.ts'
import { GrantPage } from './pages/grant-page.tsx'
import { mayGrant } from './policy.ts'

type Problems = ReturnType<typeof problemsOf>

/** The form that gives a role, with the places that the giver’s own role covers. */
export async function showGrantForm(x: Exchange): Promise<Answer> {
  const html = await formPage(x, [])
  return show(x, { html: () => html, json: () => ({}) })
}

/** The form once more, with what is not right. */
export async function again(x: Exchange, problems: Problems): Promise<Answer> {
  const html = await formPage(x, problems)
  return invalidForm(x, { id: 'grant.invalid', problems, html: () => html })
}

async function formPage(x: Exchange, problems: Problems): Promise<string> {
  const [units, bodies] = await Promise.all([
    x.db.selectFrom('units').select(['slug', 'name', 'lineage']).orderBy('name').execute(),
    x.db
      .selectFrom('bodies')
      .select(['slug', 'name'])
      .where('closedOn', 'is', null)
      .orderBy('name')
      .execute(),
  ])
  return x.page({
    title: x.t(m.give),
    crumbs: [{ label: x.t(m.title), href: '/roles' }],
    isUnlisted: true,
    children: GrantPage({
      t: x.t,
      units: units.filter((unit) => mayGrant(x.viewer, unit) === 'allowed'),
      bodies,
      // The pages of a unit and of a body lead here with their own place chosen.
      typed: { unit: x.query.unit, body: x.query.body, ...x.form },
      problems,
      once: typeof x.form.once === 'string' ? x.form.once : unorderedId(),
    }),
  })
}
