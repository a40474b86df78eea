import { anyone, holdersOf, signedIn } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { createAgreement } from './agreement.ts'
import { createBody, createBodyDetails, showBodyDetails, showNewBody } from './body-form.ts'
import { bodyJson } from './body-json.ts'
import { bulkAnswer, bulkInput, createDecisions } from './bulk-decisions.ts'
import { showDesk } from './desk.ts'
import { bodiesJson, bodiesQuery, showBodies } from './list-bodies.ts'
import { showDesks } from './list-desks.ts'
import { createClerk, createMember, createSeatEnding, showMembers } from './members.ts'
import { createPromise, promiseInput, promiseJson, showPromiseForm } from './promise.ts'
import { showBody } from './show-body.ts'
import { overdueJson, overdueQuery, showOverdue } from './show-overdue.ts'

const administrators = holdersOf('administrator')
const promisers = holdersOf('administrator', 'chair')

export const routes: readonly Route[] = [
  get('/bodies', {
    policy: anyone,
    handler: showBodies,
    api: { summary: 'Bodies that take matters, by name', query: bodiesQuery, answers: { 200: bodiesJson } },
  }),
  get('/bodies/:slug', {
    policy: anyone,
    handler: showBody,
    api: {
      summary: 'A body: its promise and how it was kept, its queue, its people',
      answers: { 200: bodyJson },
    },
  }),
  get('/bodies/new', { policy: administrators, handler: showNewBody, isPrivate: true }),
  post('/bodies', { policy: administrators, handler: createBody }),
  get('/bodies/:slug/details', { policy: administrators, handler: showBodyDetails, isPrivate: true }),
  post('/bodies/:slug/details', { policy: administrators, handler: createBodyDetails }),
  get('/bodies/:slug/members', { policy: administrators, handler: showMembers, isPrivate: true }),
  post('/bodies/:slug/members', { policy: administrators, handler: createMember }),
  post('/bodies/:slug/members/:id/ending', { policy: administrators, handler: createSeatEnding }),
  post('/bodies/:slug/clerks', { policy: administrators, handler: createClerk }),
  get('/bodies/:slug/promise', { policy: promisers, handler: showPromiseForm, isPrivate: true }),
  post('/bodies/:slug/promise', {
    policy: promisers,
    handler: createPromise,
    api: {
      summary: 'Change what a body promises, for later arrivals',
      scope: 'decisions:write',
      body: promiseInput,
      answers: { 201: promiseJson },
    },
  }),
  get('/overdue', {
    policy: anyone,
    handler: showOverdue,
    api: {
      summary: 'Matters past their promise, the oldest first',
      query: overdueQuery,
      answers: { 200: overdueJson },
    },
  }),
  get('/desks', { policy: signedIn, handler: showDesks, isPrivate: true }),
  get('/bodies/:slug/desk', { policy: holdersOf('clerk'), handler: showDesk, isPrivate: true }),
  post('/bodies/:slug/decisions', {
    policy: holdersOf('clerk'),
    handler: createDecisions,
    api: {
      summary: 'Decide about several matters of one body with one reason',
      scope: 'decisions:write',
      body: bulkInput,
      answers: { 201: bulkAnswer },
    },
  }),
  post('/bodies/:slug/agreements', { policy: holdersOf('clerk'), handler: createAgreement }),
]
