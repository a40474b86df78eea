import { defineSlice } from '#core/slice/define-slice.ts'
import { paperData } from './help/personal-data.ts'
import { routes } from './routes.ts'

/** The routes in that are not the web page: paper, meetings, telephone, mail, text messages, partners. */
export const intake = defineSlice({
  name: 'intake',
  tables: ['slip_batches', 'slips', 'slip_pictures', 'call_ways', 'intake_entries', 'answer_twins'],
  routes,
  personalData: paperData,
})
