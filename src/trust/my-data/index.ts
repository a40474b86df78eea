import { z } from 'zod'
import { anyone, holdersOf, signedIn } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { defineSlice, type Slice } from '#core/slice/define-slice.ts'
import { createObjectionAnswer, showDataDesk, showObjection } from './answer.ts'
import { createCode, createVisit, endThisVisit, showCodeForm } from './by-code.ts'
import { writeCodes } from './codes.ts'
import { createCopy, showCopy } from './copy.ts'
import {
  createAddressChange,
  createAddressConfirmation,
  createCorrection,
  showAddressLink,
  showCorrection,
} from './correction.ts'
import { declared, erasureKindOf, learnPersonalData } from './declared.ts'
import { eraseRowsAgain } from './erase-rows.ts'
import { createErasure, showErased, showErasure } from './erasure.ts'
import { m } from './messages.ts'
import { createObjection, objectionInput, showObjectionForm } from './object.ts'
import { officeMessages as o } from './office-messages.ts'
import { personalData } from './personal-data.ts'
import { ANSWERING } from './policy.ts'
import { createPostedCode, showPostedCodeForm } from './posted-code.ts'
import { showHeld, showLooks, showMyData } from './show-my-data.ts'

export { eraseWordsOf } from './erase-words.ts'

const officers = holdersOf(...ANSWERING)

const heldSchema = z.array(
  z.object({
    table: z.string(),
    about: z.string(),
    why: z.string(),
    until: z.string(),
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
)

const objectionSchema = z.object({
  id: z.string(),
  words: z.string(),
  asked_at: z.string(),
  due_at: z.string(),
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
})

const myDataSchema = z.object({
  name: z.string().nullable(),
  address: z.string().nullable(),
  held: heldSchema,
  looks: z.array(
    z.object({ by: z.string().nullable(), role: z.string(), purpose: z.string(), at: z.string() }),
  ),
  objections: z.array(objectionSchema),
  answered_by: z.array(z.string()),
})

const ofWhoeverAsks: readonly Route[] = [
  get('/my-data', {
    policy: anyone,
    handler: showMyData,
    isPrivate: true,
    api: { summary: 'Everything held about you', scope: 'my-data:read', answers: { 200: myDataSchema } },
  }),
  get('/my-data/held', { policy: anyone, handler: showHeld, isPrivate: true }),
  get('/my-data/looks', { policy: signedIn, handler: showLooks, isPrivate: true }),
  get('/my-data/copy', { policy: anyone, handler: showCopy, isPrivate: true }),
  post('/my-data/copy', { policy: anyone, handler: createCopy, isPrivate: true }),
  get('/my-data/correction', { policy: signedIn, handler: showCorrection, isPrivate: true }),
  post('/my-data/correction', { policy: signedIn, handler: createCorrection }),
  post('/my-data/address', { policy: signedIn, handler: createAddressChange }),
  get('/my-data/address/:token', { policy: anyone, handler: showAddressLink, isPrivate: true }),
  post('/my-data/address/:token', { policy: anyone, handler: createAddressConfirmation, triesKeys: true }),
  get('/my-data/erasure', { policy: anyone, handler: showErasure, isPrivate: true }),
  post('/my-data/erasure', { policy: anyone, handler: createErasure, isPrivate: true }),
  get('/my-data/erased', { policy: anyone, handler: showErased, isPrivate: true }),
  get('/my-data/objections/new', { policy: anyone, handler: showObjectionForm, isPrivate: true }),
  post('/my-data/objections', {
    policy: anyone,
    handler: createObjection,
    api: {
      summary: 'Object to what is held or done, or ask a question; answered by a person, by a date',
      scope: 'my-data:write',
      body: objectionInput,
      answers: { 201: z.object({ id: z.string() }) },
    },
  }),
]

const byCode: readonly Route[] = [
  post('/my-data/codes', { policy: anyone, handler: createCode }),
  get('/my-data/code', { policy: anyone, handler: showCodeForm, isPrivate: true }),
  post('/my-data/visits', { policy: anyone, handler: createVisit, triesKeys: true }),
  post('/my-data/visits/end', { policy: anyone, handler: endThisVisit }),
]

const ofOfficers: readonly Route[] = [
  get('/my-data/desk', { policy: officers, handler: showDataDesk, isPrivate: true }),
  get('/my-data/objections/:id', { policy: officers, handler: showObjection, isPrivate: true }),
  post('/my-data/objections/:id/answer', { policy: officers, handler: createObjectionAnswer }),
  get('/my-data/posted-codes/new', { policy: officers, handler: showPostedCodeForm, isPrivate: true }),
  post('/my-data/posted-codes', { policy: officers, handler: createPostedCode, isPrivate: true }),
]

/** Everything held about a person, made of what the slices say that they hold: shown, taken away, corrected, erased, objected to. */
export function myDataOf(others: readonly Slice[]): Slice {
  learnPersonalData([...others.flatMap((slice) => slice.personalData ?? []), ...personalData])
  return defineSlice({
    name: 'my-data',
    collects: 'my-data',
    tables: ['data_codes', 'data_visits', 'objections'],
    routes: [...ofWhoeverAsks, ...byCode, ...ofOfficers],
    entryTypes: { 'author.erased': m.entryErased, 'author.name-erased': m.entryNameErased },
    jobs: [{ name: 'write-data-codes', everySeconds: 1, run: writeCodes }],
    personalData,
    erasesAgain: Object.fromEntries(
      declared().map((data) => [
        erasureKindOf(data),
        (tx, { subjectId, now }) => eraseRowsAgain(tx, { kind: erasureKindOf(data), subjectId, now }),
      ]),
    ),
    navigation: [
      { where: 'you', label: m.title, href: '/my-data' },
      // Whoever has no account finds it too.
      { where: 'record', label: m.waysTitle, href: '/my-data' },
      { where: 'you', label: o.deskTitle, href: '/my-data/desk', roles: ANSWERING },
    ],
  })
}
