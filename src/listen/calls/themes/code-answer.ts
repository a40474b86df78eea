import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { alphaWithInterval } from '#methods/themes/alpha-interval.ts'
import { IS_READABLE } from './readable-answers.ts'
import type { Agreement } from './samples-of.ts'

export const STANCES = ['for', 'against', 'mixed', 'none'] as const
export const SENTIMENTS = ['positive', 'negative', 'mixed-feelings', 'neutral'] as const

export interface AnswerToCode {
  number: number
  words: string
  language: string
  place: number
}

export interface Coding {
  /** The first answer of the sample that this coder has not coded; null once all are. */
  next: AnswerToCode | null
  done: number
  all: number
}

/** Where one coder is in a sample. Nothing of anybody else's codes is asked, nor of what a run found. */
export async function codingOf(
  db: Db,
  { sampleId, coderId }: { sampleId: string; coderId: string },
): Promise<Coding> {
  const { rows } = await sql<AnswerToCode & { isDone: boolean }>`
    select m.number, w.words, m.language, s.place, c.coder_id is not null as "isDone"
    from coding_sample_answers s
    join coding_samples of_question on of_question.id = s.sample_id
    join answers a on a.id = s.answer_id
    join matters m on m.id = a.id
    join answer_words w on w.answer_id = a.id and w.question_id = of_question.question_id
    left join coding_sample_codes c on c.sample_id = s.sample_id and c.answer_id = s.answer_id and c.coder_id = ${coderId}
    where s.sample_id = ${sampleId} and ${IS_READABLE}
    order by s.place`.execute(db)
  return {
    next: rows.find(({ isDone }) => !isDone) ?? null,
    done: rows.filter(({ isDone }) => isDone).length,
    all: rows.length,
  }
}

interface Code {
  sampleId: string
  coderId: string
  answer: number
  themeId: string | null
  stance: string
  sentiment: string
  now: Date
}

/** Keeps one coder's codes of one answer; a second time replaces the first while the sample is open. */
export async function codeAnswer(
  db: Db,
  { answer, now, ...code }: Code,
): Promise<'coded' | 'closed' | 'not-in-the-sample'> {
  return inTransaction(db, async (tx) => {
    const open = await tx
      .selectFrom('codingSamples')
      .select('id')
      .where('id', '=', code.sampleId)
      .where('closedAt', 'is', null)
      .forShare()
      .executeTakeFirst()
    if (!open) return 'closed'
    const chosen = await tx
      .selectFrom('codingSampleAnswers')
      .innerJoin('matters', 'matters.id', 'codingSampleAnswers.answerId')
      .select('codingSampleAnswers.answerId')
      .where('codingSampleAnswers.sampleId', '=', code.sampleId)
      .where('matters.number', '=', answer)
      .executeTakeFirst()
    if (!chosen) return 'not-in-the-sample'
    const { themeId, stance, sentiment } = code
    await tx
      .insertInto('codingSampleCodes')
      .values({ ...code, answerId: chosen.answerId, codedAt: now })
      .onConflict((conflict) =>
        conflict
          .columns(['sampleId', 'answerId', 'coderId'])
          .doUpdateSet({ themeId, stance, sentiment, codedAt: now }),
      )
      .execute()
    return 'coded'
  })
}

interface Closing {
  sampleId: string
  call: { id: string; number: number; body: { id: string } }
  by: { name: string }
  now: Date
}

/** Ends the coding of a sample and publishes how far people agreed, with what it was computed from. */
export function closeSample(
  db: Db,
  { sampleId, call, by, now }: Closing,
): Promise<'closed' | 'closed-already' | 'too-few-coders'> {
  return inTransaction(db, async (tx) => {
    const sample = await tx
      .selectFrom('codingSamples')
      .select(['seed'])
      .where('id', '=', sampleId)
      .where('closedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!sample) return 'closed-already'
    const codes = await tx
      .selectFrom('codingSampleCodes')
      .select(['answerId', 'coderId', 'themeId', 'stance', 'sentiment'])
      .where('sampleId', '=', sampleId)
      .orderBy('answerId')
      .orderBy('coderId')
      .execute()
    const coders = [...new Set(codes.map(({ coderId }) => coderId))]
    const byAnswer = [...Map.groupBy(codes, ({ answerId }) => answerId).values()]
    if (!byAnswer.some(({ length }) => length >= 2)) return 'too-few-coders'
    const named = (pick: (code: (typeof codes)[number]) => string) =>
      byAnswer.map((some) =>
        coders.map((coder) => {
          const code = some.find(({ coderId }) => coderId === coder)
          return code && pick(code)
        }),
      )
    const agreement = [
      agreementOn(
        'theme',
        named(({ themeId }) => themeId ?? 'none'),
        sample.seed,
      ),
      agreementOn(
        'stance',
        named(({ stance }) => stance ?? 'none'),
        sample.seed,
      ),
      agreementOn(
        'sentiment',
        named(({ sentiment }) => sentiment ?? 'neutral'),
        sample.seed,
      ),
    ]
    await tx
      .updateTable('codingSamples')
      .set({ closedAt: now, agreement: JSON.stringify(agreement) })
      .where('id', '=', sampleId)
      .execute()
    const publicWords = { sample: sampleId, seed: sample.seed, agreement, by: by.name }
    await appendEntry(tx, {
      kind: 'call.sample-closed',
      at: now,
      matter: call,
      bodyId: call.body.id,
      publicWords,
    })
    return 'closed'
  })
}

function agreementOn(
  what: Agreement[number]['what'],
  codings: readonly (readonly (string | undefined)[])[],
  seed: string,
): Agreement[number] {
  const twice = codings.filter((names) => names.filter((name) => name !== undefined).length >= 2)
  const coders = Math.max(0, ...twice.map((names) => names.length))
  const found = alphaWithInterval(twice, `${seed} ${what}`)
  const round = (value: number) => Math.round(value * 1000) / 1000
  if (!found) return { what, alpha: null, interval: null, answers: twice.length, coders }
  const [low, high] = found.interval
  return {
    what,
    alpha: round(found.alpha),
    interval: [round(low), round(high)],
    answers: found.units,
    coders,
  }
}
