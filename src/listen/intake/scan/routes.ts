import { anyone } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { MOST_BYTES, UPLOADS } from '#ground/attachments/make-attachments.ts'
import { showEntries } from '../help/entries.ts'
import { helpers } from '../help/who-helps.ts'
import { createFollow, showFollow } from './follow.ts'
import { createScan, showScan } from './scan.ts'
import { createSlipEntry, sendSlipPicture, showSlip } from './slip.ts'
import { showWaiting } from './waiting.ts'

// A phone's photograph as it is; it is only looked at.
const PHOTOGRAPH = { most: 1, bytesEach: 3 * MOST_BYTES }

export const scanRoutes: readonly Route[] = [
  get('/intake/slip', { policy: helpers, handler: showScan, isPrivate: true }),
  post('/intake/slip', { policy: helpers, handler: createScan, isPrivate: true, uploads: PHOTOGRAPH }),
  get('/intake/slip/:id', { policy: anyone, handler: showSlip, isPrivate: true }),
  get('/intake/slip/:id/picture', { policy: helpers, handler: sendSlipPicture, isPrivate: true }),
  post('/intake/slip/:id', {
    policy: helpers,
    handler: createSlipEntry,
    isPrivate: true,
    uploads: UPLOADS,
  }),
  get('/calls/:number/entries', { policy: helpers, handler: showEntries, isPrivate: true }),
  get('/calls/:number/waiting', { policy: helpers, handler: showWaiting, isPrivate: true }),
  get('/intake/waiting/:number', { policy: helpers, handler: showSlip, isPrivate: true }),
  get('/intake/waiting/:number/picture', { policy: helpers, handler: sendSlipPicture, isPrivate: true }),
  post('/intake/waiting/:number', {
    policy: helpers,
    handler: createSlipEntry,
    isPrivate: true,
    uploads: UPLOADS,
  }),
  get('/follow', { policy: anyone, handler: showFollow, isPrivate: true }),
  post('/follow', { policy: anyone, handler: createFollow, isPrivate: true }),
]
