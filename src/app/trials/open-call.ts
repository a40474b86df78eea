import { NOBODY } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { makeNotice } from '#ground/notices/make-notice.ts'
import { announceCall, type Call, findVisibleCall, type Question } from '../../listen/calls/index.ts'
import { demoNotice } from '../demo/calls/demo-notice.ts'

export interface OpenCall {
  call: Call
  question: Question
}

/** A call of one open question to everybody, open since yesterday: for loads and measurements. */
export async function openCall(
  db: Db,
  { slug, closesAt }: { slug: string; closesAt?: Date },
): Promise<OpenCall> {
  const now = new Date()
  const body = await db
    .selectFrom('bodies')
    .select(['id', 'slug', 'unitId'])
    .where('holdsStrangers', '=', false)
    .orderBy('slug')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { number } = await inTransaction(db, async (tx) => {
    const notice = await makeNotice(
      tx,
      { slug, unitId: body.unitId, madeBy: null, version: demoNotice },
      addDays(now, -1),
    )
    const asked = {
      title: 'What should be mended first?',
      language: 'en',
      about: '',
      body,
      audience: 'anyone' as const,
      opensAt: addDays(now, -1),
      closesAt: closesAt ?? addDays(now, 14),
      promise: 'We answer.',
      promisedOn: isoDate(addDays(now, 60)),
      notice,
      questions: [{ kind: 'open' as const, wording: 'What should be mended first?' }],
      by: null,
    }
    return announceCall(tx, asked, now)
  })
  const call = await findVisibleCall(db, NOBODY, number)
  const question = call?.questions[0]
  if (!call || !question) throw new Error('The call was not announced.')
  return { call, question }
}
