import { defineSlice } from '#core/slice/define-slice.ts'

export const grants = defineSlice({
  name: 'grants',
  tables: ['grants', 'grant_endings'],
})
