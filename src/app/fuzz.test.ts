import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi } from './api/open-api.ts'
import { allRoutes } from './open-house.ts'
import { handedIn } from './testing/handed-in.ts'
import { openTestHouse, type TestHouse } from './testing/open-test-house.ts'

const SEED = 20_261_102
const RUNS = 2_000
const AT_ONCE = 10

let house: TestHouse
let numbers: string[]
beforeAll(async () => {
  house = await openTestHouse()
  const made = await Promise.all([handedIn(house), handedIn(house, { authorship: 'anonymous' })])
  numbers = made.map(({ number }) => String(number))
})
afterAll(() => house.close())

/** What people paste and what forgers send. */
const NASTY = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202Eevil\u202C',
  '\u200B',
  '\uFEFF',
  '<script>alert(1)</script>',
  '=HYPERLINK("https://elsewhere.example")',
  '@SUM(1)',
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%E0%A4%A',
  "'; drop table matters; --",
  '\\',
  '% _ | & ! : * ( )',
  '1e309',
  '-1',
  '99999999999999999999',
  '9007199254740993',
  'a'.repeat(300),
  'ا'.repeat(30_000),
  'مرحبا',
  'e\u0301'.repeat(60),
  'NaN',
  '__proto__',
  'constructor',
]

const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }))
const value = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(text, { maxLength: 3 }),
)

type JsonSchema = {
  properties?: Record<string, JsonSchema>
  allOf?: JsonSchema[]
  enum?: string[]
  type?: string
}
interface Operation {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } }
}

/** Fields as the description says, each right, wrong, or left out; and some that it does not know. */
function bodyOf(schema: JsonSchema | undefined) {
  const known = propertiesOf(schema).map(([name, property]) => [name, fc.oneof(rightFor(property), value)])
  const right = fc.record(Object.fromEntries(known) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [],
  })
  const more = fc.dictionary(fc.string({ maxLength: 12 }), value, { maxKeys: 2 })
  return fc
    .tuple(right, more)
    .map(([fields, strange]): Record<string, unknown> => ({ ...strange, ...fields }))
}

function propertiesOf(schema: JsonSchema | undefined): [string, JsonSchema][] {
  const own = Object.entries(schema?.properties ?? {})
  return [...own, ...(schema?.allOf ?? []).flatMap(propertiesOf)]
}

function rightFor(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer()
  if (schema.type === 'array') return fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 3 })
  return fc.string({ unit: 'grapheme', maxLength: 60 })
}

/** A request to any route: those of the description by its schemas, the pages by anything. */
function requests() {
  const { paths } = openApi(allRoutes(), { name: 'Fuzz', baseUrl: 'https://moot.example' })
  const routes = allRoutes().filter(({ path }) => path !== '/health/live')
  return fc.constantFrom(...routes).chain((route) => {
    const operations = paths[route.path.replace(/:([a-z]+)/gi, '{$1}')]
    const operation = operations?.[route.method.toLowerCase()] as Operation | undefined
    const queries = operation?.parameters?.filter((one) => one.in === 'query').map(({ name }) => name) ?? []
    return fc.record({
      method: fc.constant(route.method),
      path: pathOf(route.path),
      isApi: route.api ? fc.boolean() : fc.constant(false),
      isForm: fc.boolean(),
      query: fc.dictionary(fc.constantFrom('lang', 'to', 'from', 'matter', 'number', ...queries), text, {
        maxKeys: 3,
      }),
      body: bodyOf(operation?.requestBody?.content['application/json'].schema),
      who: fc.constantFrom('nobody', 'nasreen', 'noor', 'ada'),
    })
  })
}
type Asked = ReturnType<typeof requests> extends fc.Arbitrary<infer One> ? One : never

function pathOf(path: string): fc.Arbitrary<string> {
  const parts = path.split(/(:[a-z]+|\*)/g).map((part) => {
    if (!/^(:|\*)/.test(part)) return fc.constant(part)
    const real = part === ':slug' ? ['housing', 'millbrook-branch'] : numbers
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...real) },
      text.map((one) => encodeURIComponent(one.toWellFormed())),
      fc.constantFrom('%00', '%ff', '..%2f..%2f', '%E0%A4%A'),
    )
  })
  return fc.tuple(...parts).map((each) => each.join(''))
}

test(`${RUNS} requests of any shape: nothing breaks, and every refusal is a sentence`, async () => {
  const asks = fc.sample(requests(), { numRuns: RUNS, seed: SEED })
  const seen = new Set<number>()
  const faults: unknown[] = []
  for (let from = 0; from < asks.length; from += AT_ONCE)
    await Promise.all(
      asks.slice(from, from + AT_ONCE).map(async (asked) => {
        const reply = await send(asked)
        seen.add(reply.status)
        if (!isClear(reply)) faults.push({ ...reply, asked: JSON.stringify(asked).slice(0, 600) })
      }),
    )
  expect(faults.slice(0, 8)).toEqual([])
  expect([...seen]).toEqual(expect.arrayContaining([200, 303, 403, 404, 422]))
}, 120_000)

const sessions = new Map<string, Promise<string>>()

async function sessionOf(who: Asked['who']): Promise<string> {
  const begun = await house.server.inject({
    method: 'POST',
    url: '/demo/sign-in',
    payload: { person: who },
  })
  return begun.cookies.map(({ name, value: token }) => `${name}=${token}`).join('; ')
}

async function send({ method, path, isApi, isForm, query, body, who }: Asked): Promise<Said> {
  const search = new URLSearchParams(query).toString()
  const session = sessions.get(who) ?? sessionOf(who)
  sessions.set(who, session)
  const form = new URLSearchParams(Object.entries(body).map(([name, one]) => [name, String(one)]))
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const answer = await house.server.inject({
    method,
    url: `${isApi ? '/api/v1' : ''}${path}${search && `?${search}`}`,
    headers: {
      accept: 'application/json',
      cookie: await session,
      ...(method === 'POST' ? { 'content-type': type } : {}),
    },
    ...(method === 'POST' ? { payload: isForm ? form.toString() : JSON.stringify(body) } : {}),
  })
  return { status: answer.statusCode, body: answer.body }
}

interface Said {
  status: number
  body: string
}

/** Good, or a problem with a title that is a sentence; a busy house says when to come again. */
function isClear({ status, body }: Said): boolean {
  if (status < 400) return true
  if (status >= 500 && status !== 503 && status !== 507) return false
  const { title, type } = JSON.parse(body) as { title?: string; type?: string }
  return /^[\p{Lu}\d].* .{5,}$/su.test(title ?? '') && /\/problems\/[a-z.-]+$/.test(type ?? '')
}
