import type { Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { orderedId } from '#core/ids/ids.ts'
import { announceChange } from '#core/live/announce.ts'
import { openMatters } from '#ground/matters/open-matter.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { promiseReceipts } from '#ground/record/promise-receipt.ts'
import type { Audience, QuestionKind } from './call.ts'

export interface NewQuestion {
  kind: QuestionKind
  wording: string
  help?: string
  isRequired?: boolean
  mostChoices?: number
  options?: readonly string[]
}

/** A call as it is announced; from then on its questions and its word stand. */
export interface NewCall {
  title: string
  language: string
  about: string
  body: { id: string; slug: string; unitId: string }
  audience: Audience
  audienceUnit?: { id: string } | null
  opensAt: Date
  closesAt: Date
  /** The closing, where nothing else is said. */
  helpersUntil?: Date
  promise: string
  /** The day by which the body answers: its clock. */
  promisedOn: string
  notice: { id: string; version: number }
  questions: readonly NewQuestion[]
  by: { id: string; name: string } | null
  source?: string
}

/**
 * Announces a call: a matter in the custody of the asking body, due on the promised day, with its questions, its entry and
 * its receipt. The clock of the promise runs from now, not from the closing.
 */
export async function announceCall(tx: Tx, call: NewCall, at: Date): Promise<{ id: string; number: number }> {
  const dueAt = endOf(call.promisedOn)
  const [matter] = await openMatters(tx, [
    {
      slice: 'calls',
      kind: 'call',
      title: call.title,
      language: call.language,
      unitId: call.body.unitId,
      route: 'web',
      bodyId: call.body.id,
      at,
      dueAt,
    },
  ])
  if (!matter) throw new Error('A call was not opened.')
  await storeCall(tx, { call, id: matter.id })
  await storeQuestions(tx, { call, callId: matter.id, at })
  await tx.updateTable('calls').set({ announcedAt: at }).where('id', '=', matter.id).execute()
  const entry = await appendEntry(tx, {
    kind: 'call.announced',
    at,
    matter,
    bodyId: call.body.id,
    dueAt,
    publicWords: wordsOf(call),
  })
  await promiseReceipts(tx, [{ matterId: matter.id, entryId: entry.id }], at)
  await announceChange(tx, `body:${call.body.slug}`)
  return { id: matter.id, number: matter.number }
}

/** A promised day is kept until its last instant. */
export function endOf(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
}

async function storeCall(tx: Tx, { call, id }: { call: NewCall; id: string }): Promise<void> {
  await tx
    .insertInto('calls')
    .values({
      id,
      bodyId: call.body.id,
      about: call.about,
      audience: call.audience,
      audienceUnit: call.audienceUnit?.id ?? null,
      opensAt: call.opensAt,
      closesAt: call.closesAt,
      helpersUntil: call.helpersUntil ?? call.closesAt,
      promise: call.promise,
      promisedOn: call.promisedOn,
      noticeId: call.notice.id,
      noticeVersion: call.notice.version,
      madeBy: call.by?.id ?? null,
      source: call.source ?? null,
    })
    .execute()
}

async function storeQuestions(
  tx: Tx,
  { call, callId, at }: { call: NewCall; callId: string; at: Date },
): Promise<void> {
  const questions = call.questions.map((question, place) => ({
    id: orderedId(at),
    question,
    place: place + 1,
  }))
  await insertRows(
    tx,
    'callQuestions',
    questions.map(({ id, place, question }) => ({
      id,
      callId,
      place,
      kind: question.kind,
      wording: question.wording,
      help: question.help ?? '',
      isRequired: question.isRequired ?? false,
      mostChoices: question.mostChoices ?? 1,
    })),
  )
  const options = questions.flatMap(({ id: questionId, question }) =>
    (question.options ?? []).map((wording, place) => ({
      id: orderedId(at),
      questionId,
      place: place + 1,
      wording,
    })),
  )
  await insertRows(tx, 'callOptions', options)
}

function wordsOf(call: NewCall) {
  return {
    title: call.title,
    words: call.about,
    language: call.language,
    promise: call.promise,
    promised_on: call.promisedOn,
    opens_at: call.opensAt.toISOString(),
    closes_at: call.closesAt.toISOString(),
    questions: call.questions.map(({ kind, wording, options = [] }) => ({
      kind,
      wording,
      options: [...options],
    })),
    by: call.by?.name,
  }
}
