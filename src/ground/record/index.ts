import { z } from 'zod'
import { anyone } from '#core/access/policy.ts'
import { get, post } from '#core/http/route.ts'
import { defineSlice } from '#core/slice/define-slice.ts'
import { eraseSealedAgain } from './erase-sealed.ts'
import { m } from './messages.ts'
import { personalData } from './personal-data.ts'
import { createCosignature, sendCheckpoint, sendKey, sendTile } from './publish.ts'
import { findReceiptPage, sendPromise, sendProof, sendReceiptFile, showReceipt } from './receipts.ts'
import { sequenceEntries } from './sequence-entries.ts'
import { showRecord } from './show-record.ts'

/** The record: entries, their sealed words, the tree, its checkpoints, and the receipts people hold. */
export const record = defineSlice({
  name: 'record',
  collects: 'work-of-officers',
  tables: [
    'entries',
    'sealed',
    'unsequenced',
    'receipts',
    'record_leaves',
    'record_tiles',
    'record_keys',
    'checkpoints',
    'witnesses',
    'cosignatures',
    'erasures',
  ],
  routes: [
    get('/record', { policy: anyone, handler: showRecord }),
    get('/record/checkpoint', { policy: anyone, handler: sendCheckpoint }),
    get('/record/key', { policy: anyone, handler: sendKey }),
    get('/record/tile/*', { policy: anyone, handler: sendTile }),
    post('/record/cosignatures', { policy: anyone, handler: createCosignature, collects: null }),
    get('/receipts', { policy: anyone, handler: findReceiptPage, isPrivate: true }),
    get('/receipts/:number', {
      policy: anyone,
      handler: showReceipt,
      isPrivate: true,
      api: {
        summary: 'The receipt of a public number',
        answers: {
          200: z.object({ number: z.number(), leaf_index: z.number().nullable(), proof_url: z.string() }),
        },
      },
    }),
    get('/receipts/:number.proof', { policy: anyone, handler: sendProof, isPrivate: true }),
    get('/receipts/:number.promise', { policy: anyone, handler: sendPromise, isPrivate: true }),
    get('/receipts/:number.json', { policy: anyone, handler: sendReceiptFile, isPrivate: true }),
  ],
  jobs: [
    {
      name: 'sequence-entries',
      everySeconds: 0.3,
      run: async ({ db, clock }) => {
        // Full batches follow one another without a pause, so that an import does not wait in line for minutes.
        while ((await sequenceEntries(db, clock.now())) > 0);
      },
    },
  ],
  entryTypes: {
    'record.erased': m.entryErased,
    'record.key-changed': m.entryKeyChanged,
    'record.epoch-opened': m.entryEpochOpened,
  },
  erasesAgain: {
    'sealed.public': (tx, { subjectId, now }) =>
      eraseSealedAgain(tx, { entryId: subjectId, part: 'public', now }),
    'sealed.private': (tx, { subjectId, now }) =>
      eraseSealedAgain(tx, { entryId: subjectId, part: 'private', now }),
  },
  navigation: [
    { where: 'record', label: m.checkReceipt, href: '/receipts' },
    { where: 'record', label: m.theRecord, href: '/record' },
  ],
  personalData,
})
