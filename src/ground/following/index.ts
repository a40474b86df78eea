import { defineSlice } from '#core/slice/define-slice.ts'

/** Who hears of a story's steps by e-mail, asked for and confirmed by themselves. */
export const following = defineSlice({
  name: 'following',
  tables: ['followings'],
})
