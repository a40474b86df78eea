import { defineSlice } from '#core/slice/define-slice.ts'
import { m } from './messages.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

/** Units are where people belong: the whole, its nations and regions down to branches, and affiliated organisations. */
export const units = defineSlice({
  name: 'units',
  collects: 'work-of-officers',
  tables: ['units'],
  routes,
  entryTypes: {
    'unit.opened': m.entryOpened,
    'unit.changed': m.entryChanged,
    'unit.imported': m.entryImported,
  },
  navigation: [{ where: 'top', label: m.units, href: '/units', section: 'units' }],
  personalData,
})
