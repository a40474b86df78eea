import { defineSlice } from '#core/slice/define-slice.ts'
import { partsOf } from './gathering-in-language.ts'
import { KIND_WORDS } from './gathering-kinds.ts'
import { m } from './messages.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { forgetRegistrations, remindRegistered, writeGatheringLetters } from './write-letters.ts'

const path = (number: number) => `/gatherings/${number}`

/** Gatherings: any meeting or event, with what one needs to know to come. */
export const gatherings = defineSlice({
  name: 'gatherings',
  collects: 'gatherings',
  tables: [
    'gatherings',
    'gathering_access',
    'gathering_cancellations',
    'gathering_registrations',
    'gathering_letters',
    'gathering_series',
  ],
  kinds: {
    meeting: { sort: 'work', title: KIND_WORDS.meeting, path, partsOf },
    'listening-event': { sort: 'work', title: KIND_WORDS['listening-event'], path, partsOf },
    'annual-meeting': { sort: 'work', title: KIND_WORDS['annual-meeting'], path, partsOf },
  },
  routes,
  entryTypes: {
    'gathering.announced': m.entryAnnounced,
    'gathering.changed': m.entryChanged,
    'gathering.called-off': m.entryCalledOff,
    'gathering.counted': m.entryCounted,
  },
  jobs: [
    { name: 'write-gathering-letters', everySeconds: 5, run: writeGatheringLetters },
    { name: 'remind-registered', everySeconds: 300, run: remindRegistered },
    { name: 'forget-registrations', everySeconds: 3_600, run: forgetRegistrations },
  ],
  personalData,
  navigation: [{ where: 'top', label: m.gatherings, href: '/gatherings', section: 'gatherings' }],
})
