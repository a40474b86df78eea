import sharp from 'sharp'
import { inTransaction } from '#core/db/transaction.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { giveGrant } from '#ground/grants/give-grant.ts'
import { receiveMail } from '../../src/listen/intake/mail/receive-mail.ts'
import { makeSlips } from '../../src/listen/intake/slips/make-slips.ts'
import { pathOfSlip } from '../../src/listen/intake/slips/slip-code.ts'
import type { DemoHouse } from '../open-demo.ts'
import { done } from './asking.ts'

interface Slip {
  number: number
  key: string
  path: string
}

/** The two calls of the demonstration, and what came to the open one on paper and by mail. */
export interface Calls {
  open: number
  finished: number
  /** An answer to the finished one, and a theme of it. */
  answer: number
  theme: number
  mailed: number
  slips: { fresh: Slip; waiting: Slip; broughtIn: Slip }
}

/** Brings answers in at southdown: the demonstration has clerks alone. */
export const HELPER = 'olga'

export async function callsOf(house: DemoHouse): Promise<Calls> {
  const [open, finished] = [await callOf(house, 'schools'), await callOf(house, 'buses')]
  await makeHelper(house)
  const slips = await slipsOf(house, open.id)
  await done(house, slips.waiting.path, {
    as: HELPER,
    later: 'yes',
    consent: 'signed',
    picture: await picture(),
  })
  await done(house, slips.broughtIn.path, {
    as: HELPER,
    q1: 'A lunch that one can eat sitting down.',
    consent: 'signed',
    unit: 'Southdown',
    language: 'en',
  })
  return {
    open: open.number,
    finished: finished.number,
    ...(await readIn(house, finished.id)),
    mailed: await mailed(house, open),
    slips,
  }
}

function callOf({ db }: DemoHouse, key: string) {
  return db
    .selectFrom('calls')
    .innerJoin('matters', 'matters.id', 'calls.id')
    .select(['calls.id', 'matters.number'])
    .where('calls.source', '=', `demonstration:${key}`)
    .executeTakeFirstOrThrow()
}

async function personOf({ db }: DemoHouse) {
  return db
    .selectFrom('people')
    .select(['id', 'unitId'])
    .where('email', '=', `${HELPER}@example.org`)
    .executeTakeFirstOrThrow()
}

async function makeHelper(house: DemoHouse): Promise<void> {
  const { id: personId, unitId } = await personOf(house)
  const now = house.clock.now()
  const where = { unitId: unitId ?? '', bodyId: null, isDownTheTree: false }
  const given = { purpose: 'to bring answers in', toOn: isoDate(addDays(now, 365)), grantedBy: null, now }
  await inTransaction(house.db, (tx) => giveGrant(tx, { personId, role: 'call-taker', ...where, ...given }))
}

async function slipsOf(house: DemoHouse, callId: string): Promise<Calls['slips']> {
  const { id: printedBy, unitId } = await personOf(house)
  const batch = { callId, language: 'en', isLargePrint: false, count: 3, unitId, printedBy }
  const made = await inTransaction(house.db, (tx) => makeSlips(tx, batch, house.clock.now()))
  const [fresh, waiting, broughtIn] = made.map((slip) => ({ ...slip, path: pathOfSlip(slip) }))
  if (!fresh || !waiting || !broughtIn) throw new Error('three slips were not made')
  return { fresh, waiting, broughtIn }
}

async function readIn({ db }: DemoHouse, callId: string): Promise<Pick<Calls, 'answer' | 'theme'>> {
  const answer = await db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .select('matters.number')
    .where('answers.callId', '=', callId)
    .where('matters.visibility', '=', 'public')
    .orderBy('matters.number')
    .executeTakeFirstOrThrow()
  const theme = await db
    .selectFrom('callThemes')
    .innerJoin('works', 'works.id', 'callThemes.id')
    .innerJoin('callQuestions', 'callQuestions.id', 'callThemes.questionId')
    .select('works.number')
    .where('callQuestions.callId', '=', callId)
    .orderBy('works.number')
    .executeTakeFirstOrThrow()
  return { answer: answer.number, theme: theme.number }
}

const MAIL = `From: Wren <wren@elsewhere.example>
To: us
Subject: Time
Message-ID: <one@elsewhere.example>
Content-Type: text/plain; charset=utf-8

Time to walk there. My two are driven because the road has no kerb.
`

async function mailed(
  house: DemoHouse,
  { id, number: call }: { id: string; number: number },
): Promise<number> {
  const raw = Buffer.from(MAIL.replaceAll('\n', '\r\n'))
  const sender = 'wren@elsewhere.example'
  const recipients = [`call-${call}`]
  await receiveMail(house.db, { recipients, sender, raw, checks: {}, now: house.clock.now() })
  await house.runJobs()
  const { number } = await house.db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .select('matters.number')
    .where('matters.route', '=', 'e-mail')
    .where('answers.callId', '=', id)
    .orderBy('matters.number', 'desc')
    .executeTakeFirstOrThrow()
  return number
}

async function picture(): Promise<File> {
  const png = await sharp(Buffer.from(PICTURE_OF_FORM)).png().toBuffer()
  return new File([new Uint8Array(png)], 'form.png', { type: 'image/png' })
}

/** A form as a phone sees it. */
const PICTURE_OF_FORM = `<svg xmlns="http://www.w3.org/2000/svg" width="620" height="876">
  <rect width="620" height="876" fill="#fdfcf7"/>
  <g font-family="serif" font-size="24">
    <text x="40" y="70">What should a school day leave time for?</text>
    <text x="50" y="150" font-style="italic">A walk that is not a race.</text>
  </g>
  <g fill="none" stroke="#555"><rect x="40" y="100" width="540" height="300"/><rect x="480" y="740" width="100" height="100"/></g>
</svg>`
