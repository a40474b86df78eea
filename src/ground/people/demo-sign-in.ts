import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { withinHouse } from '#core/http/send-answer.ts'
import { beginSession } from './begin-session.ts'
import { m } from './messages.ts'
import { DemoMailPage } from './pages/demo-mail-page.tsx'

/** Signs in as anybody, without asking; refused in a real organisation. */
export async function createDemoSession(x: Exchange): Promise<Answer> {
  if (!x.house.isDemo) return problem(404, 'not-found', x.t(m.demoOnly))
  const person = await demoPerson(x, String(x.form.person ?? ''))
  if (!person) return problem(422, 'demo.unknown-person', x.t(m.demoUnknown))
  const cookie = await inTransaction(x.db, (tx) =>
    beginSession(tx, { personId: person.id, device: x.device, now: x.now }),
  )
  const to = typeof x.form.to === 'string' ? withinHouse(x.form.to) : '/'
  return done(x, { to, cookies: [cookie], json: () => ({ person: x.form.person, name: person.name }) })
}

/** The letters a demonstration would have sent. */
export async function showDemoMail(x: Exchange): Promise<Answer> {
  if (!x.house.isDemo) return problem(404, 'not-found', x.t(m.demoOnly))
  const letters = await x.db
    .selectFrom('lettersOut')
    .select(['id', 'toAddress', 'subject', 'text', 'madeAt'])
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return show(x, {
    html: () =>
      x.page({ title: x.t(m.demoMail), isUnlisted: true, children: DemoMailPage({ t: x.t, letters }) }),
    json: () => ({ letters }),
  })
}

/** By what stands before the @ of their address. */
async function demoPerson(x: Exchange, handle: string) {
  if (!/^[a-z0-9-]{1,60}$/.test(handle)) return undefined
  return x.db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('demoLine', 'is not', null)
    .where('email', '=', `${handle}@example.org`)
    .executeTakeFirst()
}
