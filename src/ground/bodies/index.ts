import { defineSlice } from '#core/slice/define-slice.ts'
import { formMessages } from './form-messages.ts'
import { m } from './messages.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { renderBodyLive } from './show-body.ts'

/** Bodies consider and decide; each has a promise, and is seen to keep it or not. */
export const bodies = defineSlice({
  name: 'bodies',
  collects: 'work-of-officers',
  tables: ['bodies', 'body_promises', 'body_seats', 'body_seat_endings'],
  routes,
  live: { body: renderBodyLive },
  entryTypes: {
    'body.opened': formMessages.entryOpened,
    'body.changed': formMessages.entryChanged,
    'body.promise-changed': m.promiseChangedEntry,
    'body.seat-given': formMessages.entrySeatGiven,
    'body.seat-ended': formMessages.entrySeatEnded,
  },
  navigation: [
    { where: 'top', label: m.bodies, href: '/bodies', section: 'bodies' },
    { where: 'record', label: m.overdue, href: '/overdue', section: 'overdue' },
    { where: 'you', label: m.yourDesks, href: '/desks', section: 'desk', roles: ['clerk'] },
  ],
  personalData,
})
