import { expect, test } from 'vitest'
import { STANDING_NOTICES } from '#ground/notices/standing-notices.ts'
import { slices } from './slices.ts'

/**
 * Whatever is sent to a route may be words or facts about somebody, so every POST names the form it belongs to, itself or by its slice:
 * one that stands open under a notice, or `call` for the notice of the call. The few that take nothing say so, and stand here.
 */
const TAKE_NOTHING = ['POST /demo/sign-in', 'POST /record/cosignatures', 'POST /sign-out']

const collecting = slices.flatMap(({ collects, routes = [] }) =>
  routes
    .filter(({ method }) => method === 'POST')
    .map((route) => ({
      name: `POST ${route.path}`,
      form: route.collects === undefined ? collects : route.collects,
    })),
)
const forms = new Set(['call', ...STANDING_NOTICES.flatMap((notice) => notice.forms)])

test('every route that takes something in names the form under whose notice it does', () => {
  const without = collecting.filter(({ form }) => form === undefined || (form !== null && !forms.has(form)))
  expect(without.map(({ name, form }) => `${name}: ${form}`)).toEqual([])
  expect(collecting.length).toBeGreaterThan(50)
})

test('those that take nothing are few, and written down', () => {
  const nothing = collecting.filter(({ form }) => form === null).map(({ name }) => name)
  expect(nothing.toSorted()).toEqual(TAKE_NOTHING)
})
