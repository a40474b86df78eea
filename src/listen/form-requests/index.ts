import { defineSlice } from '#core/slice/define-slice.ts'

export { requestForm } from './request-form.ts'

import { routes } from './routes.ts'

/** Asking for Easy Read, audio, sign language or large print: each request a question with a clock, at the front desk. */
export const formRequests = defineSlice({
  name: 'form-requests',
  collects: 'handing-in',
  tables: ['form_requests'],
  routes,
})
