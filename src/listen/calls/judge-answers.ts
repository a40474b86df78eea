import type { OnceRow } from '#core/db/once.ts'
import type { DraftHandle } from '#ground/drafts/draft-of.ts'
import type { Accepted } from './accepted-answer.ts'
import { problemsWith } from './check-answer.ts'
import type { CallFacts, Facts } from './facts-for-answers.ts'
import type { NewAnswer, Refused, TakenIn } from './new-answer.ts'

/** An answer at the door, with the instant it came and the key of its retry. */
export interface Arrived {
  answer: NewAnswer
  row: OnceRow | null
  at: Date
  /** What it was written in, forgotten with it. */
  draft?: DraftHandle
}

/** Which of them may come in, by what is known of their calls; `outcomes` says for each, in their order, what became of it. */
export function judge(arrived: readonly Arrived[], facts: Facts) {
  const accepted: Accepted[] = []
  const numbers = facts.numbers.values()
  const sources = new Map<string, number>()
  const judged = arrived.map(
    ({ answer, row, at }): Refused | { known: TakenIn } | { place: number; isRepeat: boolean } => {
      const known = answer.source === undefined ? undefined : facts.known.get(answer.source)
      if (known) return { known: { ok: true, ...known, isRepeat: true } }
      const first = answer.source === undefined ? undefined : sources.get(answer.source)
      if (first !== undefined) return { place: first, isRepeat: true }
      const call = facts.calls.get(answer.callId)
      const refused = call
        ? refusalOf(answer, { call, facts, at })
        : ({ ok: false, why: 'not-open' } as const)
      if (refused || !call) return refused ?? { ok: false, why: 'not-open' }
      const number = answer.printed?.number ?? numbers.next().value
      if (number === undefined) throw new Error('There were too few public numbers.')
      if (answer.source !== undefined) sources.set(answer.source, accepted.length)
      const keyHash = answer.printed?.keyHash ?? answer.keyHash ?? null
      return { place: accepted.push({ answer, call, number, keyHash, row, at }) - 1, isRepeat: false }
    },
  )
  return {
    accepted,
    outcomes: (opened: readonly { id: string; number: number }[]) =>
      judged.map((one): TakenIn => {
        if ('known' in one) return one.known
        if ('ok' in one) return one
        const { id = '', number = 0 } = opened[one.place] ?? {}
        return { ok: true, id, number, isRepeat: one.isRepeat }
      }),
  }
}

interface Judging {
  call: CallFacts
  facts: Facts
  at: Date
}

function refusalOf(answer: NewAnswer, { call, facts, at }: Judging): Refused | null {
  if (!isInTime(answer, call, at)) return { ok: false, why: 'not-open' }
  if (!isForThem(answer, call, facts)) return { ok: false, why: 'not-for-you' }
  const problems = problemsWith(answer, call.questions)
  return problems.length > 0 ? { ok: false, why: 'problems', problems } : null
}

/** What was said before the closing may be brought in by helpers until their own end; nobody says anything tomorrow. */
function isInTime({ saidAt }: NewAnswer, call: CallFacts, at: Date): boolean {
  if (!call.isOpenForAnswers) return false
  const said = saidAt ?? at
  if (said < call.opensAt || said >= call.closesAt) return false
  return saidAt === undefined || (saidAt <= at && at < call.helpersUntil)
}

/** A unit's call is for whoever belongs to it or below it, or gives an answer for a place there. */
function isForThem({ author, standing, unitId }: NewAnswer, call: CallFacts, { lineages }: Facts): boolean {
  if (call.audience === 'anyone') return true
  if (call.audience === 'members') return standing === 'member'
  const person = author.authorship === 'anonymous' ? null : author.person
  const home = person ? lineages.get(person.id) : undefined
  const place = unitId ? lineages.get(unitId) : undefined
  const { audienceUnit } = call
  return audienceUnit !== null && [home, place].some((lineage) => lineage?.includes(audienceUnit))
}
