import { defineSlice } from '#core/slice/define-slice.ts'

export { openStandingForms } from './open-standing-forms.ts'

import { m } from './messages.ts'
import { partsOf } from './notice-in-language.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { tellOfAskings } from './tell-of-askings.ts'

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
  // A notice has a name in its address and no number.
  kinds: {
    notice: {
      sort: 'notice',
      title: m.kindNotice,
      path: () => '/notices',
      pathByName: (slug) => `/notices/${slug}`,
      partsOf,
    },
  },
  readings: ['usable_as'],
  routes,
  jobs: [{ name: 'tell-of-askings', everySeconds: 5, run: tellOfAskings }],
  personalData,
  navigation: [{ where: 'record', label: m.notices, href: '/notices' }],
})
