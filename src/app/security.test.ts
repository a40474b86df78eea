import { afterAll, describe, expect, test } from 'vitest'
import { addressesOf } from './testing/addresses-of.ts'
import { handedIn } from './testing/handed-in.ts'
import { BASE_URL, openTestHouse } from './testing/open-test-house.ts'
import { Visitor } from './testing/visitor.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const number = (await handedIn(house, {}, 'olga')).number

describe('every page', () => {
  test('forbids scripts and styles in the page, and has none', async () => {
    const ada = await house.as('ada')
    for (const path of addressesOf('GET', number)) {
      const { headers, body } = await ada.get(path)
      const policy = String(headers['content-security-policy'])
      expect({ path, policy }).toEqual({ path, policy: expect.stringContaining("default-src 'none'") })
      expect({ path, unsafe: policy.match(/unsafe|\*/g) }).toEqual({ path, unsafe: null })
      if (!String(headers['content-type']).startsWith('text/html')) continue
      const inline = body.match(/<style\b|<script(?![^>]*\bsrc=)|<[a-z][^>]*\s(style|on[a-z]+)=/gi)
      expect({ path, inline }).toEqual({ path, inline: null })
    }
  })

  test('for somebody signed in is kept by no shared cache', async () => {
    const nasreen = await house.as('nasreen')
    for (const path of addressesOf('GET', number)) {
      const { headers, body } = await nasreen.get(path)
      const isShared = String(headers['cache-control']).includes('public')
      expect({ path, isHers: isShared && /Nasreen|set-cookie/.test(body) }).toEqual({ path, isHers: false })
      if (isShared) expect({ path, cookie: headers['set-cookie'] }).toEqual({ path, cookie: undefined })
    }
  })
})

test.each(['cross-site', 'same-site', undefined])(
  'no write is taken from another site’s page (Sec-Fetch-Site %s)',
  async (site) => {
    const ada = await house.as('ada')
    const headers = { origin: 'https://elsewhere.example', ...(site ? { 'sec-fetch-site': site } : {}) }
    for (const path of addressesOf('POST', number)) {
      const form = await ada.post(path, {}, { headers: { ...headers, accept: 'application/json' } })
      const json = await ada.postJson(path, {}, headers)
      for (const { status, body } of [form, json])
        expect({ path, status, body }).toEqual({
          path,
          status: 403,
          body: expect.stringContaining('/problems/request.other-site'),
        })
    }
  },
)

describe('a session', () => {
  test('planted before signing in is worth nothing after it', async () => {
    const planted = 'p'.repeat(43)
    const victim = new Visitor(house.server, { '__Host-session': planted })
    const reply = await victim.post('/demo/sign-in', { person: 'nasreen' })
    expect(String(reply.headers['set-cookie'])).toMatch(
      /^__Host-session=[\w-]{43};.*HttpOnly; Secure; SameSite=Lax/,
    )
    expect(String(reply.headers['set-cookie'])).not.toContain(planted)
    expect((await victim.getJson('/account')).status).toBe(200)
    const attacker = new Visitor(house.server, { '__Host-session': planted })
    expect((await attacker.getJson('/account')).status).toBe(401)
  })

  test('under a name that another site of the domain could plant is worth nothing', async () => {
    const reply = await house.visitor().post('/demo/sign-in', { person: 'olga' })
    const token = /__Host-session=([\w-]+)/.exec(String(reply.headers['set-cookie']))?.[1] ?? ''
    for (const [name, status] of Object.entries({ session: 401, '__Host-session': 200 })) {
      const visitor = new Visitor(house.server, { [name]: token })
      expect({ name, status: (await visitor.getJson('/account')).status }).toEqual({ name, status })
    }
  })

  test('that was signed out is worth nothing, even copied', async () => {
    const visitor = house.visitor()
    const reply = await visitor.post('/demo/sign-in', { person: 'olga' })
    const token = /__Host-session=([\w-]+)/.exec(String(reply.headers['set-cookie']))?.[1] ?? ''
    await visitor.post('/sign-out')
    const copied = new Visitor(house.server, { '__Host-session': token })
    expect((await copied.getJson('/account')).status).toBe(401)
  })
})

test('asking for a sign-in link answers the same for an address with an account and one without', async () => {
  const answers = ['nasreen@example.org', 'nobody@example.org'].map(async (email) => {
    const reply = await house.visitor().post('/sign-in', { email })
    const json = await house.visitor().postJson('/sign-in', { email })
    const { date: _, ...headers } = reply.headers
    return { ...steady(headers), status: reply.status, body: reply.body, json: json.body }
  })
  const [known, unknown] = await Promise.all(answers)
  expect(known).toEqual(unknown)
})

/** Without the counter of the rate limit, which counts askers of both kinds. */
function steady(headers: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-ratelimit')))
}

test('no parameter leads out of the house', async () => {
  const outside = [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    ' //elsewhere.example',
    'javascript:alert(1)',
    'https:elsewhere.example',
    '/../\\elsewhere.example',
  ]
  const olga = await house.as('olga')
  for (const to of outside) {
    const query = encodeURIComponent(to)
    const leads = [
      await house.visitor().get(`/language?lang=en&to=${query}`),
      await olga.get(`/sign-in?to=${query}`),
      await house.visitor().post('/demo/sign-in', { person: 'olga', to }),
      await house.visitor().get(`/receipts?number=${query}`),
    ]
    for (const { location } of leads)
      expect({ to, origin: new URL(location, BASE_URL).origin }).toEqual({ to, origin: BASE_URL })
  }
})
