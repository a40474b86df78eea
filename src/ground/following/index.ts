import { anyone } from '#core/access/policy.ts'
import { get, post } from '#core/http/route.ts'
import { defineSlice } from '#core/slice/define-slice.ts'
import {
  confirmFollowing,
  createFollowing,
  endFollowing,
  showAsked,
  showFollowForm,
  showFollowing,
} from './follow.ts'
import { personalData } from './personal-data.ts'
import { forgetUnconfirmed, tellFollowers } from './tell-followers.ts'

/** Who hears of a story's steps by e-mail, asked for and confirmed by themselves. */
export const following = defineSlice({
  name: 'following',
  collects: 'following',
  tables: ['followings'],
  routes: [
    get('/following/new', { policy: anyone, handler: showFollowForm, isPrivate: true }),
    post('/following', { policy: anyone, handler: createFollowing }),
    get('/following/asked', { policy: anyone, handler: showAsked, isPrivate: true }),
    get('/following/:token', { policy: anyone, handler: showFollowing, isPrivate: true }),
    post('/following/:token/confirmation', { policy: anyone, handler: confirmFollowing }),
    post('/following/:token/end', { policy: anyone, handler: endFollowing }),
  ],
  jobs: [
    { name: 'tell-followers', everySeconds: 5, run: tellFollowers },
    { name: 'forget-unconfirmed-followers', everySeconds: 3_600, run: forgetUnconfirmed },
  ],
  personalData,
})
