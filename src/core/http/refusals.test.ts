import { afterAll, expect, test } from 'vitest'
import type { Log } from '#core/log/log.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'

const lines: { facts: Record<string, unknown>; message: string }[] = []
const write = (facts: Record<string, unknown>, message: string) => void lines.push({ facts, message })
const log: Log = { info: write, warn: write, error: write }

const house = await openTestHouse({ log })
afterAll(() => house.close())

test('sign-ins are counted by the way they took, and nothing says whose', async () => {
  await house.visitor().post('/demo/sign-in', { person: 'olga' })
  await house.visitor().post('/demo/sign-in', { person: 'noor' })
  await house.visitor().post('/demo/sign-in', { person: 'nobody-here' })
  const olga = await house.as('olga')
  const { codes } = (await olga.postJson('/account/recovery-codes', {})).json() as { codes: string[] }
  await house.visitor().post('/sign-in/recovery', { code: codes[0] ?? '' })
  await house.visitor().post('/sign-in/recovery', { code: codes[0] ?? '' })
  house.refusals.tell()
  expect(lines.map(({ facts, message }) => ({ ...facts, message }))).toEqual([
    { method: 'POST', route: '/demo/sign-in', times: 2, message: 'signed in within a minute' },
    { method: 'POST', route: '/sign-in/recovery', times: 1, message: 'signed in within a minute' },
    {
      method: 'POST',
      route: '/sign-in/recovery',
      status: 422,
      problem: null,
      times: 1,
      message: 'refused within a minute',
    },
  ])
  lines.length = 0
})

test('what was refused is counted for the operator: what and how often, never who or what they tried', async () => {
  const code = 'FEMI-SECRET-CODE-0001'
  const olga = await house.as('olga')
  for (let times = 0; times < 3; times += 1) await house.visitor().post('/sign-in/recovery', { code })
  await house.visitor().post('/sign-in/not-a-link-that-is-known', {})
  await olga.post('/submissions', { title: 'x' }, { headers: { origin: 'https://elsewhere.example' } })
  await olga.get('/bodies/housing/desk')
  await house
    .visitor()
    .getJson('/api/v1/submissions', { authorization: 'Bearer olgas-token-that-ended-long-ago' })
  await house.visitor().post('/submissions', { title: '' })
  house.refusals.tell()
  const told = lines.map(
    ({ facts }) => `${facts.method} ${facts.route} ${facts.status} ${facts.problem} ${facts.times}`,
  )
  expect(told.sort()).toEqual([
    'GET /api/v1/submissions 401 access.token 1',
    'GET /bodies/:slug/desk 403 access.role 1',
    'POST /sign-in/:token 422 sign-in.link-spent 1',
    'POST /sign-in/recovery 422 null 3',
    'POST /submissions 403 request.other-site 1',
  ])
  expect(JSON.stringify(lines)).not.toMatch(/olga|FEMI|elsewhere|known/i)
  lines.length = 0
  house.refusals.tell()
  expect(lines).toEqual([])
})
