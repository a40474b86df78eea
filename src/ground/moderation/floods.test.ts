import { afterAll, expect, test } from 'vitest'
import { giveRole } from '../../app/testing/give-role.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse({ floodLimit: { most: 3, windowMs: 3_600_000 } })
afterAll(() => house.close())
await giveRole(house, 'femi', { role: 'moderator', unit: 'alliance', isDownTheTree: true })

async function handIn(title: string, ip = '198.51.100.7', proof = ''): Promise<string> {
  const fields = { title, words: `${title}, and more.`, to: 'housing', authorship: 'anonymous', proof }
  const reply = await house.server.inject({
    method: 'POST',
    url: '/submissions',
    remoteAddress: ip,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  })
  expect(reply.statusCode).toBe(303)
  return String(reply.headers.location).replace('receipts', 'submissions')
}

const isShown = async (path: string, words: string) =>
  (await house.visitor().get(path)).text().includes(words)

test('above the limit nobody is refused: it waits, with a reason and a clock; elsewhere nothing waits', async () => {
  for (let count = 1; count <= 3; count += 1) await handIn(`Before the limit ${count}`)
  const waits = await handIn('A real voice in the flood')
  const other = await handIn('From elsewhere', '203.0.113.7')
  expect([await isShown(waits, 'real voice'), await isShown(other, 'From elsewhere')]).toEqual([false, true])
  const page = await house.visitor().get('/moderation')
  expect(page.text()).toContain('Came in a flood from one part of the network')
  const olga = await house.as('olga')
  const signed = {
    title: 'Signed in',
    words: 'From a member.',
    to: 'housing',
    kind: 'idea',
    authorship: 'named',
  }
  expect((await olga.post('/submissions', signed)).status).toBe(303)
})

test('no address and no prefix is kept anywhere', async () => {
  const { rows } = await house.database.pool.query<{ n: number }>(
    "select count(*)::int as n from moderation_cases where moderation_cases::text ~ '198.51'",
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('a task is offered to the crowded part alone', async () => {
  const ask = async (remoteAddress: string) =>
    (await house.server.inject({ url: '/proof-of-work', remoteAddress })).json() as { task: object | null }
  expect((await ask('203.0.113.7')).task).toBeNull()
  expect((await ask('198.51.100.9')).task).not.toBeNull()
})

test('a thousand are one line on the desk; what has words in common is removed, the rest shown, an entry each', async () => {
  for (let count = 1; count <= 40; count += 1) await handIn(`Buy cheap watches ${count}`)
  const femi = await house.as('femi')
  const desk = await femi.get('/moderation/desk')
  expect(desk.text()).toContain('41 more wait that came in floods')
  expect(desk.text()).not.toContain('The words of')
  expect((await (await house.as('noor')).get('/moderation/floods')).status).toBe(403)
  const decide = (fields: Record<string, string>) =>
    femi.post('/moderation/floods', { body: 'housing', explanation: 'Looked at.', ...fields })
  expect((await decide({ outcome: 'removed', containing: 'watches' })).status).toBe(422)
  expect((await decide({ outcome: 'released', containing: 'no such words' })).status).toBe(422)
  expect(
    (await decide({ outcome: 'removed', containing: 'cheap watches', reason: 'advertising' })).status,
  ).toBe(303)
  await house.runJobs()
  expect((await decide({ outcome: 'released' })).status).toBe(303)
  const late = await handIn('Came after the decision')
  await house.runJobs()
  expect(await isShown(late, 'Came after')).toBe(false)
  expect((await femi.get('/moderation/desk')).text()).toContain('One more waits')
  const kinds = await house.db
    .selectFrom('entries')
    .select(['kind', (eb) => eb.fn.countAll<string>().as('n')])
    .where('kind', 'in', ['moderation.released', 'moderation.removed'])
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  expect(kinds.map(({ kind, n }) => [kind, Number(n)])).toEqual([
    ['moderation.released', 1],
    ['moderation.removed', 40],
  ])
  const shown = await house.db
    .selectFrom('matters')
    .select(['visibility', (eb) => eb.fn.countAll<string>().as('n')])
    .groupBy('visibility')
    .orderBy('visibility')
    .execute()
  expect(shown.map(({ visibility, n }) => [visibility, Number(n)])).toEqual([
    ['held', 1],
    ['public', 6],
    ['removed', 40],
  ])
})
