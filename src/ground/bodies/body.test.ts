import { afterAll, describe, expect, test } from 'vitest'
import { unorderedId } from '#core/ids/ids.ts'
import { announce, handedIn } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

interface BodyTold {
  promise_days: number
  open: number
  overdue: number
  queue: { number: number; overdue: boolean; days_over: number }[]
  figures: {
    counted: number
    kept: number
    kept_share: number | null
    median_days: number | null
    worst: { days: number; number: number; open: boolean } | null
    deferrals: number
    outcomes: Record<string, number>
  }
}

const told = async (slug: string): Promise<BodyTold> =>
  (await house.visitor().getJson(`/api/v1/bodies/${slug}`)).json()

describe('a body in public', () => {
  test('before it decided anything it claims nothing', async () => {
    const page = await house.visitor().get('/bodies/housing')
    expect(page.status).toBe(200)
    expect(page.text()).toContain('Housing and Land Commission')
    expect(page.text()).toContain('28 days, since 1 January 2020')
    expect(page.text()).toContain('there is nothing to count yet')
    expect((await told('housing')).figures.kept_share).toBeNull()
    expect((await house.visitor().get('/bodies/nowhere')).status).toBe(404)
  })

  test('a deferral buys no time: its promise stays the first one, and its time is counted on', async () => {
    const noor = await house.as('noor')
    const quick = await handedIn(house)
    const slow = await handedIn(house)
    house.moveOn(10)
    await noor.post(`${quick.path}/decision`, { outcome: 'accepted' })
    await announce(house)
    await noor.post(`${slow.path}/decision`, { outcome: 'deferred', reason: 'Later.', until: '2027-01-15' })
    await announce(house)
    house.moveOn(30)
    const later = await house.as('noor')
    await later.post(`${slow.path}/decision`, { outcome: 'accepted' })
    await announce(house)
    const { figures } = await told('housing')
    expect(figures).toMatchObject({
      counted: 2,
      kept: 1,
      median_days: 10,
      worst: { days: 40, number: slow.number, open: false },
      deferrals: 1,
      outcomes: { accepted: 2, deferred: 1 },
    })
    const page = (await house.visitor().get('/bodies/housing')).text()
    expect(page).toContain('50%')
    expect(page).toContain('within the promise: 1 of 2')
    expect(page).toContain('1 deferral in that time')
  })

  test('what is still open past its promise counts as broken, and stands first', async () => {
    const idle = await handedIn(house, { to: 'millbrook-branch' })
    house.moveOn(31)
    await handedIn(house, { to: 'millbrook-branch' })
    const body = await told('millbrook-branch')
    expect(body).toMatchObject({ open: 2, overdue: 1 })
    expect(body.queue[0]).toMatchObject({ number: idle.number, overdue: true, days_over: 3 })
    expect(body.figures).toMatchObject({ counted: 1, kept: 0, worst: { number: idle.number, open: true } })
  })

  test('words held from the public show no title in its queue', async () => {
    await house.db
      .updateTable('bodies')
      .set({ holdsStrangers: true })
      .where('slug', '=', 'executive')
      .execute()
    const held = await handedIn(house, { to: 'executive', title: 'Words of a stranger' })
    const page = (await house.visitor().get('/bodies/executive')).text()
    expect(page).toContain(String(held.number))
    expect(page).not.toContain('Words of a stranger')
    expect((await (await house.as('gwen')).get('/bodies/executive/desk')).text()).toContain(
      'Words of a stranger',
    )
  })

  test('is listed with the others', async () => {
    const page = (await house.visitor().get('/bodies')).text()
    for (const name of ['Executive', 'Front desk', 'Housing and Land Commission'])
      expect(page).toContain(name)
  })
})

describe('overdue', () => {
  test('is listed across bodies, the oldest promise first, page by page', async () => {
    for (let at = 0; at < 55; at += 1) await handedIn(house, { to: 'front-desk', title: `Waiting ${at}` })
    house.moveOn(8)
    const first = (await house.visitor().getJson('/api/v1/overdue')).json() as {
      total: number
      overdue: { due_at: string; number: number }[]
      next: string
    }
    expect(first.overdue).toHaveLength(50)
    const second = (
      await house.visitor().getJson(`/api/v1/overdue?after=${first.next}`)
    ).json() as typeof first
    const all = [...first.overdue, ...second.overdue]
    expect(all).toHaveLength(first.total)
    expect(new Set(all.map(({ number }) => number)).size).toBe(first.total)
    expect(all.map(({ due_at }) => due_at)).toEqual(all.map(({ due_at }) => due_at).toSorted())
    const page = (await house.visitor().get('/overdue?body=front-desk')).text()
    expect(page).toContain('Those of Front desk')
    expect(page).toContain('1 day over')
    expect((await house.visitor().get('/overdue?after=nonsense')).status).toBe(400)
  })
})

describe('a promise', () => {
  const shorter = { days: '14', reason: 'We meet every two weeks now.' }

  test('is changed for later arrivals only, with an entry', async () => {
    const ada = await house.as('ada')
    const before = await handedIn(house, { to: 'housing' })
    const due = (await told('housing')).queue.find(({ number }) => number === before.number)
    expect((await ada.post('/bodies/housing/promise', shorter)).status).toBe(303)
    const body = await told('housing')
    expect(body.promise_days).toBe(14)
    expect(body.queue.find(({ number }) => number === before.number)).toEqual(due)
    const entries = await house.db
      .selectFrom('entries')
      .select('kind')
      .where('kind', '=', 'body.promise-changed')
      .execute()
    expect(entries).toHaveLength(1)
    expect((await house.visitor().get('/bodies/housing')).text()).toContain('14 days')
  })

  test.each([
    [{ ...shorter, days: '0' }, 'between 1 and 366'],
    [{ ...shorter, days: 'soon' }, 'between 1 and 366'],
    [{ ...shorter, reason: '' }, 'Say why the promise changes'],
    [{ ...shorter, days: '14' }, 'That is its promise already'],
  ])('%o is refused', async (fields, sentence) => {
    const reply = await (await house.as('ada')).post('/bodies/housing/promise', fields)
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain(sentence)
  })

  test('of two at once to the same days one stands, and twice with a key is one', async () => {
    const ada = await house.as('ada')
    const send = (key: string) =>
      ada.postJson(
        '/api/v1/bodies/front-desk/promise',
        { days: 5, reason: 'Quicker.' },
        { 'idempotency-key': key },
      )
    const replies = await Promise.all([send(unorderedId()), send(unorderedId())])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422])
    const key = unorderedId()
    const longer = () =>
      ada.postJson(
        '/api/v1/bodies/front-desk/promise',
        { days: 6, reason: 'Slower.' },
        { 'idempotency-key': key },
      )
    expect([(await longer()).status, (await longer()).status]).toEqual([201, 201])
  })

  test('is for its chair or an administrator', async () => {
    expect((await house.visitor().post('/bodies/housing/promise', shorter)).location).toContain('/sign-in')
    expect((await (await house.as('noor')).post('/bodies/housing/promise', shorter)).status).toBe(403)
  })
})
