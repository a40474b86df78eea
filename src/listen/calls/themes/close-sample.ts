import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { alphaWithInterval } from '#methods/themes/alpha-interval.ts'
import type { Agreement } from './samples-of.ts'

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
    const agreement = agreementOf(await codesIn(tx, sampleId), sample.seed)
    if (!agreement) return 'too-few-coders'
    await tx
      .updateTable('codingSamples')
      .set({ closedAt: now, agreement: JSON.stringify(agreement) })
      .where('id', '=', sampleId)
      .execute()
    const publicWords = { sample: sampleId, seed: sample.seed, agreement, by: by.name }
    const kind = 'call.sample-closed'
    await appendEntry(tx, { kind, at: now, matter: call, bodyId: call.body.id, publicWords })
    return 'closed'
  })
}

type Code = Awaited<ReturnType<typeof codesIn>>[number]

function codesIn(tx: Tx, sampleId: string) {
  return tx
    .selectFrom('codingSampleCodes')
    .select(['answerId', 'coderId', 'themeId', 'stance', 'sentiment'])
    .where('sampleId', '=', sampleId)
    .orderBy('answerId')
    .orderBy('coderId')
    .execute()
}

/** Null where no answer was coded by two. */
function agreementOf(codes: readonly Code[], seed: string): Agreement | null {
  const coders = [...new Set(codes.map(({ coderId }) => coderId))]
  const byAnswer = [...Map.groupBy(codes, ({ answerId }) => answerId).values()]
  if (!byAnswer.some(({ length }) => length >= 2)) return null
  const named = (pick: (code: Code) => string) =>
    byAnswer.map((some) =>
      coders.map((coder) => {
        const code = some.find(({ coderId }) => coderId === coder)
        return code && pick(code)
      }),
    )
  const themes = named(({ themeId }) => themeId ?? 'none')
  const stances = named(({ stance }) => stance ?? 'none')
  const sentiments = named(({ sentiment }) => sentiment ?? 'neutral')
  return [
    agreementOn('theme', themes, seed),
    agreementOn('stance', stances, seed),
    agreementOn('sentiment', sentiments, seed),
  ]
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
