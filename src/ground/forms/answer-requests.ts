import type { Tx } from '#core/db/connect.ts'
import { recordDecision } from '#ground/matters/decide-matter.ts'

/** The reason for an answer, in the language of whoever asked and in that of a language the house speaks. */
export type Told = (language: string) => { reason: string; language: string }

interface Made {
  textId: string
  form: string
  language: string
  by: string
  now: Date
}

/**
 * A form that was made is the answer to everybody who asked for it: each request in the same form and language is decided, with the
 * link as its reason, and announced after the five minutes of every decision. Answers how many. One that somebody decided about already
 * stays as it is.
 */
export async function answerRequests(
  tx: Tx,
  { textId, form, language, by, now }: Made,
  told: Told,
): Promise<number> {
  const asked = await tx
    .selectFrom('formRequests')
    .innerJoin('matters', 'matters.id', 'formRequests.id')
    .innerJoin('custody', (join) =>
      join.onRef('custody.matterId', '=', 'matters.id').on('custody.decidedAt', 'is', null),
    )
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select([
      'matters.id',
      'matters.language',
      'custody.id as custodyId',
      'bodies.id as bodyId',
      'bodies.slug',
    ])
    .where('formRequests.textId', '=', textId)
    .where('formRequests.form', '=', form)
    .where('formRequests.language', '=', language)
    .orderBy('matters.number')
    .execute()
  let answered = 0
  for (const request of asked) {
    const { id, custodyId, bodyId, slug } = request
    const said = told(request.language)
    const nothing = { passTo: null, mergeInto: null, untilOn: null }
    const decision = {
      custodyId,
      matterId: id,
      bodyId,
      bodySlug: slug,
      outcome: 'answered' as const,
      ...said,
      ...nothing,
      by,
    }
    if ((await recordDecision(tx, decision, now)).ok) answered += 1
  }
  return answered
}
