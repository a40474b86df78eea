import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { unitsQuery } from './find-units.ts'
import { showUnits } from './list-units.ts'
import { showUnit } from './show-unit.ts'
import { sendUnitFeed } from './unit-feed.ts'
import { createUnit, createUnitDetails, showNewUnit, showUnitDetails } from './unit-form.ts'
import { unitJson, unitsJson } from './unit-json.ts'

const administrators = holdersOf('administrator')

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
  get('/units/new', { policy: administrators, handler: showNewUnit, isPrivate: true }),
  post('/units', { policy: administrators, handler: createUnit }),
  get('/units/:slug/details', { policy: administrators, handler: showUnitDetails, isPrivate: true }),
  post('/units/:slug/details', { policy: administrators, handler: createUnitDetails }),
]
