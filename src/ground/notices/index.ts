import { defineSlice } from '#core/slice/define-slice.ts'

/** Data-use notices: whatever collects words or facts about people names one. */
export const notices = defineSlice({
  name: 'notices',
  tables: [
    'notices',
    'notice_versions',
    'notice_texts',
    'standing_forms',
    'notice_agreements',
    'notice_askings',
  ],
})
