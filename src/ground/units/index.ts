import { defineSlice } from '#core/slice/define-slice.ts'

export const units = defineSlice({
  name: 'units',
  tables: ['units'],
})
