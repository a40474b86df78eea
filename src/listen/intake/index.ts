import { defineSlice } from '#core/slice/define-slice.ts'

/** The routes in that are not the web page: paper, meetings, telephone, mail, text messages, partners. */
export const intake = defineSlice({
  name: 'intake',
  tables: ['slip_batches', 'slips', 'intake_entries', 'answer_twins'],
})
