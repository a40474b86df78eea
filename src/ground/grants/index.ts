import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post } from '#core/http/route.ts'
import { defineSlice } from '#core/slice/define-slice.ts'
import { lapseGrants } from './end-grant.ts'
import { showGrantForm } from './grant-form.ts'
import { entryTypes, m } from './messages.ts'
import { personalData } from './personal-data.ts'
import { createGrant, createGrantEnding, rolesJson, showRoles } from './roles.ts'

const administrators = holdersOf('administrator')

/** Roles: who holds what, where, why and until when, for everybody to read. */
export const grants = defineSlice({
  name: 'grants',
  collects: 'work-of-officers',
  tables: ['grants', 'grant_endings'],
  routes: [
    get('/roles', {
      policy: anyone,
      handler: showRoles,
      api: { summary: 'Who holds which role, where, what for and until when', answers: { 200: rolesJson } },
    }),
    get('/roles/new', { policy: administrators, handler: showGrantForm, isPrivate: true }),
    post('/roles', { policy: administrators, handler: createGrant }),
    post('/roles/:id/end', { policy: administrators, handler: createGrantEnding }),
  ],
  entryTypes,
  jobs: [{ name: 'lapse-grants', everySeconds: 60, run: lapseGrants }],
  personalData,
  navigation: [{ where: 'record', label: m.title, href: '/roles' }],
})
