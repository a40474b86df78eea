import { defineSlice } from '#core/slice/define-slice.ts'

export const house = defineSlice({
  name: 'house',
  tables: ['house'],
})
