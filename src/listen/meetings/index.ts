import { defineSlice } from '#core/slice/define-slice.ts'
import { countMembers } from './compare-units.ts'
import { listeningMessages } from './messages.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export { enterHeard } from './enter-heard.ts'

/** What listening events heard, and how units of like size listened. */
export const meetings = defineSlice({
  name: 'meetings',
  collects: 'work-of-officers',
  tables: ['things_heard', 'unit_sizes'],
  routes,
  jobs: [
    {
      name: 'count-members',
      everySeconds: 3_600,
      run: ({ db, clock }) => countMembers(db, clock.now()),
    },
  ],
  personalData,
  navigation: [
    { where: 'record', label: listeningMessages.navigation, href: '/listening', section: 'gatherings' },
  ],
})
