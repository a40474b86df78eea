import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { withinHouse } from '#core/http/send-answer.ts'
import { beginSession } from './begin-session.ts'
import { m } from './messages.ts'
import { DemoMailPage } from './pages/demo-mail-page.tsx'
import { DemoPage } from './pages/demo-page.tsx'

/** A person of the demonstration; the handle is what stands before the @ of their address. */
export interface DemoPerson {
  id: string
  handle: string
  name: string
  line: string
}

/** Everybody the demonstration lets one be, with a line each. Exists in a demonstration only. */
export async function showDemo(x: Exchange): Promise<Answer> {
  if (!x.house.isDemo) return problem(404, 'not-found', x.t(m.demoOnly))
  const people = await demoPeople(x)
  return show(x, {
    html: () => x.page({ title: x.t(m.demoTitle), isUnlisted: true, children: DemoPage({ t: x.t, people }) }),
    json: () => ({ people: people.map(({ handle, name, line }) => ({ person: handle, name, line })) }),
  })
}

/** Signs in as anybody, without asking; refused in a real organisation. */
export async function createDemoSession(x: Exchange): Promise<Answer> {
  if (!x.house.isDemo) return problem(404, 'not-found', x.t(m.demoOnly))
  const wanted = x.form.person
  const person = (await demoPeople(x)).find(({ id, handle }) => id === wanted || handle === wanted)
  if (!person) return problem(422, 'demo.unknown-person', x.t(m.demoUnknown))
  const cookie = await inTransaction(x.db, (tx) =>
    beginSession(tx, { personId: person.id, device: x.device, now: x.now }),
  )
  const to = typeof x.form.to === 'string' ? withinHouse(x.form.to) : '/'
  return done(x, { to, cookies: [cookie], json: () => ({ person: person.handle, name: person.name }) })
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

async function demoPeople(x: Exchange): Promise<DemoPerson[]> {
  const rows = await x.db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'demoLine'])
    .where('demoLine', 'is not', null)
    .orderBy('joinedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, email, demoLine }) => ({
    id,
    name,
    handle: email?.split('@')[0] ?? id,
    line: demoLine ?? '',
  }))
}
