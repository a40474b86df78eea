import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { stringCells } from '#core/csv/write-csv.ts'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { orderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { lineOf, orNothing, words } from '#core/input/text.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Call } from '../call.ts'
import { findVisibleCall } from '../find-call.ts'
import { m as result } from '../result/messages.ts'
import { m } from './messages.ts'
import { mayDecideSamples } from './samples-of.ts'
import { maskWords, screenWords } from './screen-words.ts'

export const sampleInput = z.object({ purpose: words(2000, m.samplePurposeMissing.id) })
export const sampleDecisionInput = z.object({
  outcome: z.enum(['granted', 'refused']),
  reason: orNothing(lineOf(500)),
})
export const sampleJson = z.object({ id: z.string(), state: z.string() })

const GRANTED_DAYS = 90
const SALT_BYTES = 32
/** One answer in ten. */
const SHARE = 0.1

/** Somebody with an account asks for a sample of a call's words, and says what for. */
export async function createSample(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(result.noSuchCall))
  const { person } = x.viewer
  if (!person) return problem(401, 'sign-in-first', x.t(m.sampleSignIn))
  const input = sampleInput.safeParse(x.form)
  const at = `/calls/${call.number}/data#samples`
  if (!input.success) {
    const [first] = problemsOf(input.error, x.t)
    const title = first?.message ?? x.t(m.samplePurposeMissing)
    return problem(422, 'sample.purpose-missing', title)
  }
  const id = orderedId(x.now)
  await x.db
    .insertInto('sampleRequests')
    .values({
      id,
      callId: call.id,
      askedBy: person.id,
      purpose: input.data.purpose,
      askedAt: x.now,
      salt: randomBytes(SALT_BYTES),
    })
    .execute()
  return done(x, { to: at, json: () => ({ id, state: 'waits' }), status: 201 })
}

/** A data officer grants it for a time, with an entry, or refuses it with a reason. */
export async function createSampleDecision(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  if (!call) return problem(404, 'not-found', x.t(result.noSuchCall))
  if (!mayDecideSamples(x, call) || !x.viewer.person)
    return problem(403, 'sample.not-an-officer', x.t(m.notAnOfficer))
  const input = sampleDecisionInput.safeParse(x.form)
  if (!input.success) return problem(422, 'sample.decision', problemsOf(input.error, x.t)[0]?.message ?? '')
  const { outcome, reason } = input.data
  if (outcome === 'refused' && !reason)
    return problem(422, 'sample.reason-missing', x.t(m.sampleReasonMissing))
  const isDecided = await decideSample(x.db, {
    call,
    id: x.params.id ?? '',
    outcome,
    reason: reason ?? null,
    by: x.viewer.person.id,
    now: x.now,
  })
  if (!isDecided) return problem(409, 'sample.decided-already', x.t(m.sampleDecided))
  return done(x, {
    to: `/calls/${call.number}/data#samples`,
    json: () => ({ id: x.params.id, state: outcome }),
  })
}

interface Deciding {
  call: Call
  id: string
  outcome: 'granted' | 'refused'
  reason: string | null
  by: string
  now: Date
}

async function decideSample(db: Db, { call, id, outcome, reason, by, now }: Deciding): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false
  return inTransaction(db, async (tx) => {
    const expiresOn = outcome === 'granted' ? isoDate(addDays(now, GRANTED_DAYS)) : null
    const { numUpdatedRows } = await tx
      .updateTable('sampleRequests')
      .set({ outcome, reason, decidedAt: now, decidedBy: by, expiresOn })
      .where('id', '=', id)
      .where('callId', '=', call.id)
      .where('outcome', 'is', null)
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) return false
    if (expiresOn !== null)
      await appendEntry(tx, {
        kind: 'call.sample-granted',
        at: now,
        matter: call,
        bodyId: call.body.id,
        untilOn: expiresOn,
      })
    return true
  })
}

/** The sample itself, for whoever asked, until it expires: the same answers each time, masked, without who or where. */
export async function sendSample(x: Exchange): Promise<Answer> {
  const call = await findVisibleCall(x.db, x.viewer, x.params.number)
  const id = z.uuid().safeParse(x.params.id)
  const sample =
    call && id.success && x.viewer.person
      ? await x.db
          .selectFrom('sampleRequests')
          .select('salt')
          .where('id', '=', id.data)
          .where('callId', '=', call.id)
          .where('askedBy', '=', x.viewer.person.id)
          .where('outcome', '=', 'granted')
          .where('expiresOn', '>=', isoDate(x.now))
          .executeTakeFirst()
      : null
  if (!call || !sample) return problem(404, 'not-found', x.t(m.noSuchSample))
  return {
    kind: 'stream',
    type: 'text/csv; charset=utf-8',
    chunks: sampleCsv(x.db, call.id, sample.salt),
    headers: { 'content-disposition': `attachment; filename="call-${call.number}-sample.csv"` },
  }
}

const AT_ONCE = 1_000

async function* sampleCsv(db: Db, callId: string, salt: Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from(stringCells(['row', 'question', 'language', 'words']))
  let row = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string; place: number; language: string; words: string }>`
      select answers.id, call_questions.place, matters.language, answer_words.words
      from (
        select id from answers where call_id = ${callId} and withdrawn_at is null and id > ${after}::uuid order by id limit ${AT_ONCE}
      ) as answers
      join matters on matters.id = answers.id
      join answer_words on answer_words.answer_id = answers.id
      join call_questions on call_questions.id = answer_words.question_id
      where matters.visibility = 'public' and answer_words.words is not null
      order by answers.id, call_questions.place`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    const drawn = rows.filter(({ id }) => isDrawn(id, salt))
    const text = drawn.map(({ place, language, words: said }) => {
      row += 1
      return stringCells([row, place, language, maskWords(said, screenWords(said))])
    })
    yield Buffer.from(text.join(''))
  }
}

/** Whether an answer falls into a sample hangs on the sample's secret salt alone: nobody can tell from outside whose did. */
export function isDrawn(id: string, salt: Uint8Array): boolean {
  return createHmac('sha256', salt).update(id).digest().readUInt32BE() / 2 ** 32 < SHARE
}
