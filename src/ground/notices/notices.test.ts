import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { openTestCall, testVersion } from '../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { changeNotice } from './change-notice.ts'
import { PUBLISHES, PURPOSES, RECIPIENTS, widens } from './rules.ts'
import { usableAs } from './usable-as.ts'

const terms = fc.record({
  purposes: fc.subarray([...PURPOSES], { minLength: 1 }),
  recipients: fc.subarray([...RECIPIENTS], { minLength: 1 }),
  publishes: fc.constantFrom(...PUBLISHES),
})

describe('widening', () => {
  test('nothing widens itself', () => {
    fc.assert(fc.property(terms, (one) => !widens(one, one)))
  })

  test('a further purpose, a further recipient, or more published widens; less of each never does', () => {
    fc.assert(
      fc.property(terms, terms, (before, after) => {
        const isWithin =
          after.purposes.every((one) => before.purposes.includes(one)) &&
          after.recipients.every((one) => one === 'nobody' || before.recipients.includes(one)) &&
          PUBLISHES.indexOf(after.publishes) <= PUBLISHES.indexOf(before.publishes)
        return widens(before, after) !== isWithin
      }),
    )
  })

  test('what widened stays wide whatever is dropped beside it', () => {
    fc.assert(
      fc.property(terms, fc.constantFrom(...PURPOSES), (before, purpose) => {
        fc.pre(!before.purposes.includes(purpose))
        return widens(before, { purposes: [purpose], recipients: ['nobody'], publishes: 'nothing' })
      }),
    )
  })
})

const house = await openTestHouse()
afterAll(() => house.close())

test('the register lists what the house was founded with, in the reader’s language', async () => {
  const page = (await house.visitor().get('/notices')).text()
  for (const title of ['Handing something in', 'Your account', 'Following a matter'])
    expect(page).toContain(title)
  const urdu = await house.visitor().get('/notices/handing-in?lang=ur')
  expect(urdu.body).toContain('lang="ur"')
  expect((await house.visitor().getJson('/api/v1/notices/handing-in')).json()).toMatchObject({
    slug: 'handing-in',
    versions: [{ version: 1, publishes: 'names' }],
  })
})

describe('the database', () => {
  test('opens no standing form without a notice', async () => {
    const open = house.db
      .insertInto('standingForms')
      .values({
        name: 'a-new-form',
        noticeId: '00000000-0000-4000-8000-000000000000',
        openedAt: house.clock.now(),
      })
      .execute()
    await expect(open).rejects.toMatchObject({ constraint: 'form_has_a_notice' })
  })

  test('opens no call under a notice that says nothing', async () => {
    const call = await openTestCall(house)
    const id = '00000000-0000-4000-8000-000000000001'
    await house.db
      .insertInto('notices')
      .values({ id, slug: 'silent', unitId: house.world.units.alliance.id, madeAt: house.clock.now() })
      .execute()
    const silent = house.db.updateTable('calls').set({ noticeId: id }).where('id', '=', call.id).execute()
    await expect(silent).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
  })

  test('never deletes a version', async () => {
    await expect(house.db.deleteFrom('noticeVersions').execute()).rejects.toThrow()
  })
})

describe('asking again', () => {
  test('a wider version asks everyone, by letter where there is an address; silence is no, yes is kept', async () => {
    const call = await openTestCall(house, { publishes: 'counts' })
    const nasreen = await house.as('nasreen')
    const sent = await nasreen.post(`/calls/${call.number}/answer`, {
      q1: 'Quiet words.',
      authorship: 'withheld',
    })
    const path = sent.location.replace('receipts', 'answers')
    const stranger = house.visitor()
    const other = await stranger.post(`/calls/${call.number}/answer`, {
      q1: 'Quieter.',
      authorship: 'anonymous',
    })
    const key = /\b([a-z]{5}-){5}[a-z]{5}\b/.exec((await stranger.get(other.location)).text())?.[0] ?? ''
    const outcome = await changeNotice(house.db, {
      noticeId: call.notice.id,
      version: testVersion('words'),
      madeBy: house.world.people.ada.id,
      once: { key: null, asker: '', request: {}, now: house.clock.now() },
    })
    expect(outcome).toMatchObject({ ok: true, result: { version: 2, asked: 2 } })
    await house.runJobs()
    const letters = await house.db.selectFrom('lettersOut').select(['toAddress', 'subject']).execute()
    expect(letters.filter(({ subject }) => subject.startsWith('We ask you again'))).toHaveLength(1)
    expect((await house.visitor().get(path)).text()).not.toContain('Quiet words.')
    expect((await nasreen.get(path)).text()).toContain('We ask you again')
    expect((await nasreen.post(`${path}/agreement`, { version: '2', agrees: 'yes' })).status).toBe(303)
    expect((await house.visitor().get(path)).text()).toContain('Quiet words.')
    const otherPath = other.location.replace('receipts', 'answers')
    const no = await stranger.post(`${otherPath}/agreement`, { version: '2', agrees: 'no', key })
    expect(no.status).toBe(200)
    expect((await house.visitor().get(otherPath)).text()).not.toContain('Quieter.')
    expect((await nasreen.post(`${path}/agreement`, { version: '9', agrees: 'yes' })).status).toBe(409)
  })

  test('a narrower version asks nobody and holds at once', async () => {
    const call = await openTestCall(house, { publishes: 'words' })
    const sent = await house
      .visitor()
      .post(`/calls/${call.number}/answer`, { q1: 'Said.', authorship: 'anonymous' })
    const outcome = await changeNotice(house.db, {
      noticeId: call.notice.id,
      version: testVersion('counts'),
      madeBy: house.world.people.ada.id,
      once: { key: null, asker: '', request: {}, now: house.clock.now() },
    })
    expect(outcome).toMatchObject({ result: { asked: 0 } })
    const { id } = await house.db
      .selectFrom('matters')
      .select('id')
      .where('number', '=', Number(sent.location.split('/').at(-1)))
      .executeTakeFirstOrThrow()
    expect(await inTransaction(house.db, (tx) => usableAs(tx, id))).toMatchObject({
      version: 1,
      publishes: 'counts',
    })
  })
})

describe('an administrator', () => {
  const text = Object.fromEntries(
    ['title', 'summary', 'purpose', 'kept', 'seen', 'published', 'objecting'].map((part) => [
      `en-${part}`,
      `The ${part}.`,
    ]),
  )
  const whole = {
    unit: 'alliance',
    slug: 'surveys',
    basis: 'consent',
    purposes: ['to-count'],
    recipients: ['clerks'],
    publishes: 'counts',
    original: 'en',
    ...text,
  }

  test('writes a notice and a version of it; the register says what changed', async () => {
    const ada = await house.as('ada')
    expect((await ada.post('/notices', whole)).location).toContain('/notices/surveys')
    expect((await ada.get('/notices/surveys/versions/new')).body).toContain('The summary.')
    const unsaid = await ada.post('/notices/surveys/versions', { ...whole, publishes: 'words' })
    expect(unsaid.status).toBe(422)
    const said = { ...whole, publishes: 'words', 'en-changed': 'Words are published now.' }
    expect((await ada.post('/notices/surveys/versions', said)).status).toBe(303)
    expect((await house.visitor().get('/notices')).text()).toContain('Words are published now.')
    expect((await ada.post('/notices', whole)).status).toBe(422)
  })

  test('or a secretary of that unit; nobody else', async () => {
    const idris = await house.as('idris')
    expect((await idris.post('/notices', { ...whole, slug: 'other' })).status).toBe(403)
    expect((await idris.post('/notices', { ...whole, slug: 'branch', unit: 'millbrook' })).status).toBe(303)
    expect((await (await house.as('nasreen')).post('/notices', whole)).status).toBe(403)
  })

  test('what is missing is said at its box', async () => {
    const ada = await house.as('ada')
    const reply = await ada.post('/notices', { ...whole, slug: 'none', purposes: [], 'en-kept': '' })
    expect(reply.status).toBe(422)
    expect(reply.text()).toContain('Choose at least one purpose')
  })
})
