import { afterAll, expect, test } from 'vitest'
import { SCOPES } from '#ground/people/tokens.ts'
import { allRoutes } from '../open-house.ts'
import { openTestHouse } from '../testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())

interface Description {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: { content: Record<string, { schema: { required?: string[] } }> }
        responses: Record<string, unknown>
      }
    >
  >
}

test('the description names what a submission needs, from the very schema that checks it', async () => {
  const description = (await house.visitor().getJson('/api/openapi.json')).json() as Description
  expect(description.openapi).toBe('3.1.0')
  const schema = description.paths['/submissions']?.post?.requestBody?.content['application/json']?.schema
  expect(schema?.required).toEqual(expect.arrayContaining(['title', 'words', 'authorship']))
  expect(Object.keys(description.paths['/submissions']?.post?.responses ?? {})).toEqual(['201', 'default'])
})

test('every address of the API answers below /api/v1, and says no as problem+json', async () => {
  const reply = await house.visitor().postJson('/api/v1/submissions', { title: '' })
  expect(reply.headers['content-type']).toContain('application/problem+json')
  const problem = reply.json() as { type: string; errors: { field: string }[] }
  expect(problem.type).toBe('https://moot.example/problems/submission.invalid')
  expect(problem.errors.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['title', 'words', 'authorship']),
  )
})

test('people read the same on a page', async () => {
  expect((await house.visitor().get('/api')).text()).toContain('POST /api/v1/submissions')
})

test('a balancer hears whether the house lives and is ready', async () => {
  expect((await house.visitor().getJson('/health/live')).status).toBe(200)
  expect((await house.visitor().getJson('/health/ready')).json()).toEqual({ ready: true })
})

test('every scope that an address asks for can be given to a token', () => {
  const asked = new Set(allRoutes().flatMap(({ api }) => (api?.scope ? [api.scope] : [])))
  expect([...asked].filter((scope) => !SCOPES.some((one) => one === scope))).toEqual([])
})
