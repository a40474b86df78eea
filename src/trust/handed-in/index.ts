import { signedIn } from '#core/access/policy.ts'
import { get } from '#core/http/route.ts'
import { defineSlice } from '#core/slice/define-slice.ts'
import { handedInQuery, showHandedIn } from './handed-in.ts'
import { m } from './messages.ts'
import { handedInJson } from './own-json.ts'

/** What somebody handed in, answered and began, on one page of their own. */
export const handedIn = defineSlice({
  name: 'handed-in',
  tables: [],
  routes: [
    get('/handed-in', {
      policy: signedIn,
      handler: showHandedIn,
      isPrivate: true,
      api: {
        summary: 'What you handed in, answered and began, newest first, and what of it waits for you',
        scope: 'handed-in:read',
        query: handedInQuery,
        answers: { 200: handedInJson },
      },
    }),
  ],
  navigation: [{ where: 'you', label: m.title, href: '/handed-in' }],
})
