import { afterAll, expect, test } from 'vitest'
import { makeHelper } from '../listen/intake/testing/make-helper.ts'
import { allRoutes } from './open-house.ts'
import { openTestHouse } from './testing/open-test-house.ts'

const house = await openTestHouse()
afterAll(() => house.close())
await makeHelper(house, 'olga', 'helper')

const STRANGE = ['zzz', '-1', '1.5', '1e400', '9223372036854775808', 'toString', '%00', '%F0%A2%98%9C']

const withHoles = allRoutes().filter(({ path }) => path.includes(':'))

test.each(['olga', 'ada'] as const)(
  'an address with something else where a number or an id should stand is answered, not broken: %s',
  async (name) => {
    const person = await house.as(name)
    const broken: string[] = []
    for (const { method, path } of withHoles)
      for (const strange of STRANGE) {
        const address = path.replaceAll(/:[a-z]+/g, strange)
        const { status } = await (method === 'GET' ? person.get(address) : person.post(address, {}))
        if (status >= 500) broken.push(`${status} ${method} ${address}`)
      }
    expect(broken).toEqual([])
    expect(withHoles.length).toBeGreaterThan(100)
  },
  120_000,
)
