import { z } from 'zod'
import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { sendCalendar, sendCalendarFile, sendUnitCalendar } from './calendar.ts'
import { createArrival, showDoor } from './door.ts'
import {
  createCancellation,
  createGathering,
  createGatheringDetails,
  showGatheringDetails,
  showNewGathering,
} from './gathering-form.ts'
import { registrationInput } from './input.ts'
import { gatheringsQuery } from './list-gatherings.ts'
import {
  createLetterCancellation,
  createPlaceCancellation,
  showPlace,
  showPlaceOfLetter,
  showRegistered,
} from './place.ts'
import { createRegistration, showRegistration } from './registration.ts'
import { gatheringJson, showGathering } from './show-gathering.ts'
import {
  gatheringsJson,
  sendGatheringsFeed,
  sendUnitGatheringsFeed,
  showGatherings,
  showUnitGatherings,
} from './show-gatherings.ts'

const organisers = holdersOf('secretary', 'clerk')

export const routes: readonly Route[] = [
  get('/gatherings', {
    policy: anyone,
    handler: showGatherings,
    api: {
      summary: 'Gatherings to come or past, of a unit and all below it',
      query: gatheringsQuery,
      answers: { 200: gatheringsJson },
    },
  }),
  get('/gatherings.ics', { policy: anyone, handler: sendCalendar }),
  get('/gatherings.atom', { policy: anyone, handler: sendGatheringsFeed }),
  get('/units/:slug/gatherings', { policy: anyone, handler: showUnitGatherings }),
  get('/units/:slug/gatherings.ics', { policy: anyone, handler: sendUnitCalendar }),
  get('/units/:slug/gatherings.atom', { policy: anyone, handler: sendUnitGatheringsFeed }),
  get('/gatherings/new', { policy: organisers, handler: showNewGathering, isPrivate: true }),
  post('/gatherings', { policy: organisers, handler: createGathering, collects: 'work-of-officers' }),
  get('/gatherings/:number', {
    policy: anyone,
    handler: showGathering,
    api: {
      summary: 'A gathering: when, where, for whom, access, what was heard',
      answers: { 200: gatheringJson },
    },
  }),
  get('/gatherings/:number.ics', { policy: anyone, handler: sendCalendarFile }),
  get('/gatherings/:number/details', { policy: organisers, handler: showGatheringDetails, isPrivate: true }),
  post('/gatherings/:number/details', {
    policy: organisers,
    handler: createGatheringDetails,
    collects: 'work-of-officers',
  }),
  post('/gatherings/:number/cancellation', {
    policy: organisers,
    handler: createCancellation,
    collects: 'work-of-officers',
  }),
  get('/gatherings/:number/registered', { policy: organisers, handler: showRegistered, isPrivate: true }),
  get('/gatherings/:number/door', { policy: organisers, handler: showDoor, isPrivate: true }),
  post('/gatherings/:number/door', { policy: organisers, handler: createArrival }),
  get('/gatherings/:number/registration', { policy: anyone, handler: showRegistration, isPrivate: true }),
  post('/gatherings/:number/registration', {
    policy: anyone,
    handler: createRegistration,
    api: {
      summary: 'Register for a gathering',
      scope: 'submissions:write',
      body: registrationInput,
      answers: { 201: z.object({ number: z.number(), place: z.boolean(), key: z.string().optional() }) },
    },
  }),
  get('/gatherings/:number/place', { policy: anyone, handler: showPlace, isPrivate: true }),
  post('/gatherings/:number/place', { policy: anyone, handler: showPlace, isPrivate: true }),
  post('/gatherings/:number/place/cancellation', {
    policy: anyone,
    handler: createPlaceCancellation,
    isPrivate: true,
  }),
  get('/gatherings/places/:token', { policy: anyone, handler: showPlaceOfLetter, isPrivate: true }),
  post('/gatherings/places/:token/cancellation', { policy: anyone, handler: createLetterCancellation }),
]
