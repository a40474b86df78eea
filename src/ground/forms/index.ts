import { defineSlice } from '#core/slice/define-slice.ts'
import { m } from './messages.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

/** Easy Read, audio, sign language and large print of whatever is published, kept for the next person. */
export const forms = defineSlice({
  name: 'forms',
  collects: 'work-of-officers',
  tables: ['further_forms', 'further_form_files'],
  routes,
  personalData,
  navigation: [{ where: 'record', label: m.navigation, href: '/forms' }],
})
