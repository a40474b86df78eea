import { defineSlice } from '#core/slice/define-slice.ts'

export const bodies = defineSlice({
  name: 'bodies',
  tables: ['bodies', 'body_promises', 'body_seats'],
})
