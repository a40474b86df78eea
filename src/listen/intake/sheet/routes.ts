import { anyone } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { helpers } from '../help/who-helps.ts'
import { createReceipts, sendPaperSheet } from './receipts.ts'
import { createRows, sendWorker, showSheet } from './sheet.ts'

export const sheetRoutes: readonly Route[] = [
  get('/calls/:number/sheet', { policy: helpers, handler: showSheet, isPrivate: true }),
  post('/calls/:number/sheet', { policy: helpers, handler: createRows, isPrivate: true }),
  post('/calls/:number/sheet/receipts', { policy: helpers, handler: createReceipts, isPrivate: true }),
  get('/calls/:number/sheet.pdf', { policy: anyone, handler: sendPaperSheet }),
  get('/intake/sheet-worker.js', { policy: anyone, handler: sendWorker }),
]
