import { defineSlice } from '#core/slice/define-slice.ts'

export const matters = defineSlice({
  name: 'matters',
  tables: [
    'matters',
    'works',
    'custody',
    'pending_decisions',
    'return_requests',
    'reviews',
    'answer_verdicts',
    'links',
    'follow_up_keys',
  ],
})
