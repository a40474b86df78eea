import { anyone } from '#core/access/policy.ts'
import { get } from '#core/http/route.ts'
import { defineSlice } from '#core/slice/define-slice.ts'
import { personalData } from './personal-data.ts'
import { sendAttachment } from './send-attachment.ts'

/** Photographs and papers that were handed in with words. */
export const attachments = defineSlice({
  name: 'attachments',
  tables: ['attachments'],
  routes: [get('/attachments/:id', { policy: anyone, handler: sendAttachment })],
  personalData,
})
