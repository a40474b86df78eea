import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { addDays, isoDate, noonOf } from '#core/time/days.ts'
import { makeNotice } from '#ground/notices/make-notice.ts'
import {
  announceCall,
  bringInThemes,
  type Call,
  callById,
  publishResult,
  screenUpTo,
  takeInAnswers,
} from '../../../listen/calls/index.ts'
import { findSettled, placeOf, type Settled } from '../settled.ts'
import { demoNotice } from './demo-notice.ts'
import { lookAtAnswers } from './held-and-twins.ts'
import { type MadeUpAnswer, madeUpAnswer } from './made-up-answers.ts'
import { newAnswer } from './new-answer.ts'
import { type DemoCall, readDemoCall } from './read-demo-call.ts'
import { translateCall } from './translate-call.ts'

export interface CallsWanted {
  now: Date
  /** The house's: orders the rows of open data. */
  secret: Uint8Array
  onProgress?(done: number): void
}

/** Answers of the finished call at the first start, and of the open one. */
const FINISHED = 2_000
const OPEN = 180

/** One finished call with its published result, and one that is open for a week to come. */
export async function settleCalls(db: Db, { now, secret, onProgress }: CallsWanted): Promise<void> {
  await finishedCall(db, { size: FINISHED, source: 'demonstration:buses', now, secret, onProgress })
  const settled = await findSettled(db)
  const told = await readDemoCall('schools')
  const days = { opens: -14, closes: 7, promised: 60 }
  const call = await announced(db, told, {
    settled,
    now,
    days,
    body: 'schools',
    source: 'demonstration:schools',
  })
  await translateCall(db, { call, told, settled })
  await answer(db, { call, told, settled, from: 0, to: OPEN, now, opensAt: call.opensAt, closesAt: now })
}

interface Finished extends CallsWanted {
  size: number
  source: string
}

const AT_ONCE = 1_000

/** A finished call of any size; cut off and begun again, it goes on where it was. Answers its public number. */
export async function finishedCall(
  db: Db,
  { size, source, now, secret, onProgress }: Finished,
): Promise<number> {
  const settled = await findSettled(db)
  const told = await readDemoCall('buses')
  const days = { opens: -75, closes: -45, promised: 30 }
  const known = await db.selectFrom('calls').select('id').where('source', '=', source).executeTakeFirst()
  const call =
    (known && (await callById(db, known.id))) ??
    (await announced(db, told, { settled, now, days, body: 'transport', source }))
  await translateCall(db, { call, told, settled })
  for (let from = 0; from < size; from += AT_ONCE) {
    const to = Math.min(size, from + AT_ONCE)
    await answer(db, { call, told, settled, from, to, now, opensAt: call.opensAt, closesAt: call.closesAt })
    onProgress?.(to)
  }
  if (call.resultPublishedAt) return call.number
  await lookAtAnswers(db, { call, settled, now: addDays(now, -40) })
  await themed(db, { call, told, size, at: addDays(now, -30) })
  await screenUpTo(db, { now: addDays(now, -12), secret })
  await publishResult(db, { call, secret, now: addDays(now, -10) })
  return call.number
}

interface Announcing {
  settled: Settled
  now: Date
  days: { opens: number; closes: number; promised: number }
  body: string
  source: string
}

async function announced(db: Db, told: DemoCall, announcing: Announcing): Promise<Call> {
  const { settled, now, days, source } = announcing
  const body = placeOf(settled.bodies, announcing.body)
  const opensAt = noonOf(isoDate(addDays(now, days.opens)))
  const id = await inTransaction(db, async (tx) => {
    const slug = `call-${source.replace(/[^a-z0-9]+/g, '-')}`
    const notice = await makeNotice(
      tx,
      { slug, unitId: body.unitId, version: demoNotice, madeBy: null },
      opensAt,
    )
    const call = await announceCall(
      tx,
      {
        ...told,
        language: 'en',
        body,
        audience: 'anyone',
        opensAt,
        closesAt: noonOf(isoDate(addDays(now, days.closes))),
        promisedOn: isoDate(addDays(now, days.promised)),
        notice,
        by: null,
        source,
      },
      opensAt,
    )
    return call.id
  })
  const call = await callById(db, id)
  if (!call) throw new Error('the call of the demonstration was not announced')
  return call
}

interface Answering {
  call: Call
  told: DemoCall
  settled: Settled
  from: number
  to: number
  now: Date
  opensAt: Date
  closesAt: Date
}

/** Answers of some places, day by day as they came. */
async function answer(db: Db, answering: Answering): Promise<void> {
  const { call, told, settled, from, to, opensAt, closesAt } = answering
  const made = Array.from({ length: to - from }, (_, at) => madeUpAnswer(told, from + at))
  const days = Math.max(1, Math.floor((closesAt.getTime() - opensAt.getTime()) / 86_400_000))
  // Most come in the first days and the last.
  const dayOf = ({ chance }: MadeUpAnswer) => Math.min(days - 1, Math.floor(chance.day ** 1.8 * days))
  for (const [day, ones] of Map.groupBy(made, dayOf)) {
    const at = new Date(addDays(opensAt, day).getTime() + 3_600_000)
    await inTransaction(db, (tx) =>
      takeInAnswers(
        tx,
        ones.map((one) => newAnswer(one, { call, settled })),
        at,
      ),
    )
  }
}

/** The themes as a team named them, with the answers that were made from each, quotations and what the body decided. */
async function themed(
  db: Db,
  { call, told, size, at }: { call: Call; told: DemoCall; size: number; at: Date },
): Promise<void> {
  const [open] = call.questions.filter(({ kind }) => kind === 'open')
  if (!open) return
  const places = Array.from({ length: size }, (_, place) => ({
    place,
    theme: madeUpAnswer(told, place).theme,
  }))
  await bringInThemes(db, {
    call,
    questionId: open.id,
    at,
    themes: told.themes.map((theme, index) => ({
      title: theme.name,
      words: theme.words,
      isSmall: theme.isSmall,
      sources: places.filter((one) => one.theme === index).map(({ place }) => `${call.number}:${place}`),
      decision:
        theme.outcome === null
          ? null
          : {
              outcome: theme.outcome,
              reason: theme.reason,
              onDay: theme.day === undefined ? null : isoDate(addDays(at, 30 + theme.day)),
            },
    })),
  })
}
