import { afterAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#core/db/transaction.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { openTestCall, questionOf } from '../../../app/testing/open-test-call.ts'
import { openTestHouse } from '../../../app/testing/open-test-house.ts'
import { type NewAnswer, takeInAnswers } from '../../calls/index.ts'
import { makeHelper } from '../testing/make-helper.ts'

const LONG = 'Our village has had no bus after six since last winter and people walk'

const house = await openTestHouse()
afterAll(() => house.close())

const call = await openTestCall(house)

async function give(words: string, more: Partial<NewAnswer> = {}): Promise<number> {
  const answer: NewAnswer = {
    callId: call.id,
    route: 'web',
    language: 'en',
    author: { authorship: 'anonymous' },
    standing: 'unknown',
    words: [{ questionId: questionOf(call, 'open').id, words }],
    marks: [],
    ...more,
  }
  const [taken] = await inTransaction(house.db, (tx) => takeInAnswers(tx, [answer], house.clock.now()))
  house.clock.moveOn(60_000)
  if (!taken?.ok) throw new Error('not taken in')
  return taken.number
}

const path = () => `/calls/${call.number}/twins`
const decide = async (fields: Record<string, string>, who: 'noor' | 'idris' | 'nasreen' = 'noor') =>
  (await house.as(who)).post(path(), fields)
const kinds = async () =>
  (
    await house.db
      .selectFrom('entries')
      .select('kind')
      .where('kind', 'like', 'answer.%')
      .orderBy('at')
      .execute()
  )
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'answer.handed-in')

describe('answers that look alike', () => {
  let [web, paper] = [0, 0]

  test('are offered side by side, whichever route they took, and not joined by themselves', async () => {
    web = await give(LONG)
    paper = await give(`${LONG.toUpperCase()}.`, { route: 'paper' })
    await give('Something else altogether about the trams in town and their noise', { route: 'phone' })
    await house.runJobs()
    const page = await (await house.as('noor')).get(path())
    expect(page.text()).toContain('1 to look at, 0 joined, 0 kept apart')
    expect(page.text()).toContain(`${web} · ${paper}`)
    expect(page.text()).toContain('paper')
    expect(page.text()).not.toContain('trams')
    expect(await kinds()).toEqual([])
  })

  test('are decided with a reason, by those who may', async () => {
    const pair = { earlier: String(web), later: String(paper) }
    expect((await decide({ ...pair, outcome: 'joined', reason: ' ' })).status).toBe(422)
    expect((await decide({ ...pair, outcome: '', reason: 'x' })).status).toBe(422)
    expect((await decide({ earlier: '1', later: '2', outcome: 'joined', reason: 'x' })).status).toBe(404)
    expect((await decide({ ...pair, outcome: 'joined', reason: 'x' }, 'idris')).status).toBe(403)
    expect((await decide({ ...pair, outcome: 'joined', reason: 'x' }, 'nasreen')).status).toBe(403)
    expect((await house.visitor().get(path())).location).toContain('/sign-in')
    expect((await decide({ ...pair, outcome: 'joined', reason: 'The same form, typed twice.' })).status).toBe(
      303,
    )
    expect(await kinds()).toEqual(['answer.joined'])
    expect((await (await house.as('noor')).get(path())).text()).toContain('0 to look at, 1 joined')
  })

  test('twice or two at once is one entry; both receipts go on working', async () => {
    const pair = { earlier: String(web), later: String(paper), outcome: 'joined', reason: 'Again.' }
    await Promise.all([decide(pair), decide(pair)])
    expect(await kinds()).toEqual(['answer.joined'])
    for (const number of [web, paper])
      expect((await house.visitor().get(`/receipts/${number}`)).status).toBe(200)
  })

  test('what was joined may be kept apart after all, with an entry of its own, and is not offered again', async () => {
    await decide({ earlier: String(web), later: String(paper), outcome: 'apart', reason: 'Two neighbours.' })
    expect(await kinds()).toEqual(['answer.joined', 'answer.kept-apart'])
    await give('One more answer so that it is looked at again')
    await house.runJobs()
    expect((await (await house.as('noor')).get(path())).text()).toContain(
      '0 to look at, 0 joined, 1 kept apart',
    )
  })

  test('the same sender is offered, whatever was said', async () => {
    const author = { authorship: 'withheld', person: null, name: null, phone: null } as const
    await give('Buses first', { route: 'e-mail', author: { ...author, email: 'n@example.org' } })
    await give('And trams too', { route: 'e-mail', author: { ...author, email: 'N@example.org' } })
    await house.runJobs()
    const page = await (await house.as('noor')).get(path())
    expect(page.text()).toContain('the same sender')
    expect(page.text()).toContain('1 to look at')
  })
})

describe('a helper', () => {
  const enter = async (who: 'olga' | 'nasreen', words: string, number = call.number) => {
    const rows = [{ row: 1, cells: { '1': words } }]
    const body = { consent: 'spoken', sheet: unorderedId(), rows }
    const reply = await (await house.as(who)).postJson(`/calls/${number}/sheet`, body)
    expect(reply.status).toBe(200)
  }

  test('looks at pairs of which they brought in one, reads of the other what anybody may, and decides none', async () => {
    await makeHelper(house, 'olga', 'helper')
    await makeHelper(house, 'nasreen', 'helper')
    const secret = await openTestCall(house, { publishes: 'nothing' })
    await enter('olga', 'No bench', secret.number)
    await enter('nasreen', 'no bench!', secret.number)
    await enter('olga', 'No shelter')
    await enter('nasreen', 'no shelter!')
    const at = `/calls/${secret.number}/twins`
    const page = await (await house.as('nasreen')).get(at)
    expect(page.status).toBe(200)
    expect(page.text()).toContain('no bench!')
    expect(page.text()).not.toContain('No bench')
    expect(page.text()).toContain('for the clerks of the body alone')
    expect(page.body).not.toContain('name="outcome"')
    const open = await (await house.as('nasreen')).get(path())
    expect(open.text()).toContain('No shelter')
    expect(open.text()).not.toContain('Buses first')
    const fields = { earlier: '1', later: '2', outcome: 'joined', reason: 'x' }
    expect((await (await house.as('nasreen')).post(at, fields)).status).toBe(403)
  })
})
