import { anyone } from '#core/access/policy.ts'
import { get, type Route } from '#core/http/route.ts'
import { unitsQuery } from './find-units.ts'
import { showUnits } from './list-units.ts'
import { showUnit } from './show-unit.ts'
import { sendUnitFeed } from './unit-feed.ts'
import { unitJson, unitsJson } from './unit-json.ts'

export const routes: readonly Route[] = [
  get('/units', {
    policy: anyone,
    handler: showUnits,
    api: {
      summary: 'Units by name: search, filters, pages',
      query: unitsQuery,
      answers: { 200: unitsJson },
    },
  }),
  get('/units/:slug', {
    policy: anyone,
    handler: showUnit,
    api: {
      summary: 'A unit: what stands above and below it, its bodies, its roles, its latest matters',
      query: unitsQuery.pick({ after: true }),
      answers: { 200: unitJson },
    },
  }),
  get('/units/:slug.atom', { policy: anyone, handler: sendUnitFeed }),
]
