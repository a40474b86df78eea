import { defineSlice } from '#core/slice/define-slice.ts'

/** Words that are held or reported: each case has a clock, a reason and an appeal. */
export const moderation = defineSlice({
  name: 'moderation',
  tables: ['moderation_cases', 'moderation_appeals', 'moderation_letters'],
})
