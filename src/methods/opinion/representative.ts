import { type Counts, summed } from './group-votes.ts'
import { moreThanHalf, moreThanOthers, shareInterval, shrunkShare, Z_90 } from './proportions.ts'

/** Why a statement speaks for a group. */
export interface Representative {
  /** The statement's index. */
  statement: number
  /** What the group says to it more than the others do. */
  side: 'agree' | 'disagree'
  /** How many of the group took that side, of how many who saw it. */
  count: number
  trials: number
  /** (count + 1) / (trials + 2). */
  share: number
  /** 95 % interval of the true share. */
  interval: [low: number, high: number]
  /** z that more than half of the group take that side. */
  shareTest: number
  /** The group's share over the others' share. */
  ratio: number
  /** z that the group takes that side more than the others do. */
  ratioTest: number
  /** Put first because the group agrees with it, though another may tell it apart more sharply. */
  isBestAgree: boolean
}

const SHOWN = 5

/** Both sides of one statement, for one group against the rest. */
interface Sides {
  agree: Side
  disagree: Side
}

interface Side {
  statement: number
  side: 'agree' | 'disagree'
  count: number
  trials: number
  share: number
  shareTest: number
  ratio: number
  ratioTest: number
}

/**
 * The statements that speak for each group, at most five a group, those it agrees with first (production code,
 * `math/repness.clj`: `conv-repness`, `select-rep-comments`; Small et al. 2021, "Representative statements"). A statement
 * is sufficient if, on one side, both tests pass at 90 %; the sufficient are ranked by share × share test × ratio ×
 * ratio test; the best agreed-with statement leads; if none is sufficient the best there is stands alone.
 */
export function representativeStatements(
  groups: readonly Counts[],
  excluded: ReadonlySet<number>,
): Representative[][] {
  const statements = groups[0]?.seen.length ?? 0
  const everyone = summed(groups, statements)
  return groups.map((own) => {
    const choice = new Choice()
    for (let i = 0; i < statements; i++) if (!excluded.has(i)) choice.consider(sidesOf(i, own, everyone))
    return choice.shown()
  })
}

class Choice {
  private sufficient: Side[] = []
  private best: Side | undefined
  private bestAgree: Sides | undefined

  consider(sides: Sides): void {
    const stronger = sides.agree.ratioTest > sides.disagree.ratioTest ? sides.agree : sides.disagree
    if (passes(sides.agree) || passes(sides.disagree)) this.sufficient.push(stronger)
    if (this.sufficient.length === 0 && (!this.best || stronger.ratioTest > this.best.ratioTest))
      this.best = stronger
    if (beatsBestAgree(sides, this.bestAgree?.agree)) this.bestAgree = sides
  }

  shown(): Representative[] {
    const lead = this.bestAgree ? strongerOf(this.bestAgree) : undefined
    if (this.sufficient.length === 0) {
      const head = lead ?? this.best
      return head ? [finished(head, head === lead)] : []
    }
    const others = this.sufficient.filter((side) => side.statement !== lead?.statement)
    others.sort((a, b) => strengthOf(b) - strengthOf(a) || a.statement - b.statement)
    const chosen = [
      ...(lead ? [finished(lead, true)] : []),
      ...others.map((side) => finished(side, false)),
    ].slice(0, SHOWN)
    return [
      ...chosen.filter((one) => one.side === 'agree'),
      ...chosen.filter((one) => one.side === 'disagree'),
    ]
  }
}

function sidesOf(statement: number, own: Counts, everyone: Counts): Sides {
  const trials = own.seen[statement] ?? 0
  const others = (everyone.seen[statement] ?? 0) - trials
  const side = (name: 'agree' | 'disagree', ownCounts: Int32Array, allCounts: Int32Array): Side => {
    const count = ownCounts[statement] ?? 0
    const outside = { count: (allCounts[statement] ?? 0) - count, trials: others }
    const share = shrunkShare(count, trials)
    const ratio = share / shrunkShare(outside.count, outside.trials)
    const ratioTest = moreThanOthers({ count, trials }, outside)
    return {
      statement,
      side: name,
      count,
      trials,
      share,
      shareTest: moreThanHalf(count, trials),
      ratio,
      ratioTest,
    }
  }
  return {
    agree: side('agree', own.agrees, everyone.agrees),
    disagree: side('disagree', own.disagrees, everyone.disagrees),
  }
}

function passes(side: Side): boolean {
  return side.ratioTest > Z_90 && side.shareTest > Z_90
}

function beatsBestAgree({ agree, disagree }: Sides, best: Side | undefined): boolean {
  if (agree.count === 0 && disagree.count === 0) return false
  if (best && best.ratio > 1) return strengthOf(agree) > strengthOf(best)
  if (best) return agree.share * agree.shareTest > best.share * best.shareTest
  return agree.shareTest > Z_90 || (agree.ratio > 1 && agree.share > 0.5)
}

function strongerOf(sides: Sides): Side {
  return sides.agree.ratioTest > sides.disagree.ratioTest ? sides.agree : sides.disagree
}

function strengthOf(side: Side): number {
  return side.ratio * side.ratioTest * side.share * side.shareTest
}

function finished(side: Side, isBestAgree: boolean): Representative {
  return { ...side, interval: shareInterval(side.count, side.trials), isBestAgree }
}
