import type { Tx } from '#core/db/connect.ts'
import { announceChange } from '#core/live/announce.ts'
import { appendEntry } from '#ground/record/append-entry.ts'

export const VERDICTS = ['yes', 'partly', 'no'] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Judgement {
  matter: { id: string; number: number }
  custody: { id: string; bodyId: string; bodySlug: string }
  verdict: Verdict
  words: string
  language: string
  at: Date
  isUnordered: boolean
}

/** The author says whether an answer was one; false when they said so before. */
export async function judgeAnswer(tx: Tx, judgement: Judgement): Promise<boolean> {
  const { matter, custody, verdict, words, language, at, isUnordered } = judgement
  const given = await tx
    .insertInto('answerVerdicts')
    .values({ custodyId: custody.id, verdict, words, givenAt: at })
    .onConflict((conflict) => conflict.column('custodyId').doNothing())
    .returning('custodyId')
    .executeTakeFirst()
  if (!given) return false
  await appendEntry(tx, {
    kind: 'matter.judged',
    at,
    matter,
    bodyId: custody.bodyId,
    outcome: verdict,
    publicWords: words === '' ? undefined : { reason: words, language },
    isUnordered,
  })
  await announceChange(tx, `story:${matter.number}`)
  await announceChange(tx, `body:${custody.bodySlug}`)
  return true
}
