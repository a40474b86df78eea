import type { Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { type NewAnswer, type TakenIn, takeInAnswers } from '../../calls/index.ts'

export const CONSENTS = ['signed', 'spoken'] as const
export type Consent = (typeof CONSENTS)[number]

/** An answer with how it came: by whose hand, and what its author agreed to. */
export interface Entered {
  answer: NewAnswer
  consent: Consent
  saidOn: string | null
  slipId?: string
  gatheringId?: string | null
  /** The sheet's own id and the row in it, made on the helper's machine. */
  sheet?: { id: string; row: number }
}

interface Entering {
  entries: readonly Entered[]
  helperId: string
  at: Date
}

/** Takes answers in by the one door, and keeps with each how it came. Answers for each what became of it, in their order. */
export async function enterAnswers(tx: Tx, { entries, helperId, at }: Entering): Promise<TakenIn[]> {
  const answers = entries.map(({ answer }) => answer)
  const outcomes = await takeInAnswers(tx, answers, at)
  const rows = outcomes.flatMap((outcome, place) => {
    const entered = entries[place]
    if (!outcome.ok || outcome.isRepeat || !entered) return []
    return [rowOf(entered, { answerId: outcome.id, helperId, at })]
  })
  await insertRows(tx, 'intakeEntries', rows)
  return outcomes
}

function rowOf(
  { consent, saidOn, slipId, gatheringId, sheet }: Entered,
  { answerId, helperId, at }: { answerId: string; helperId: string; at: Date },
) {
  return {
    answerId,
    helperId,
    consent,
    saidOn,
    slipId: slipId ?? null,
    gatheringId: gatheringId ?? null,
    sheetId: sheet?.id ?? null,
    sheetRow: sheet?.row ?? null,
    enteredAt: startOfHour(at),
  }
}

/** Nobody's answer is to be told by the minute in which it was typed. */
export function startOfHour(at: Date): Date {
  const hour = new Date(at)
  hour.setUTCMinutes(0, 0, 0)
  return hour
}
