import { type Commitment, type DecidingValue, hashOf } from './documents.ts'
import { bytesFromHex, streamFrom } from './stream.ts'

export type DecidedNumber =
  | { ok: true; number: number }
  /** `not-hexadecimal`; dice: `roll-so-many` dice of the committed kind; `roll-again` as this roll decides nothing. */
  | { ok: false; why: 'not-hexadecimal' | 'not-as-committed' | 'roll-again' }
  | { ok: false; why: 'roll-so-many'; dice: number }

const LABEL = 'folkmoot draw v1 '

/**
 * The number from 1 to `panels` that a public value decides. Seeds and beacons go through the stream of `stream.ts`,
 * labelled with the commitment's hash, so that the same bytes used elsewhere decide nothing here. Dice are read
 * directly, so that a hall can check with pencil and paper.
 */
export function numberDecidedBy(value: DecidingValue, commitment: Commitment, panels: number): DecidedNumber {
  const { decided_by: promised } = commitment
  if (value.kind !== promised.kind) return { ok: false, why: 'not-as-committed' }
  if (value.kind === 'dice' && promised.kind === 'dice')
    return numberFromDice(value.rolls, { sides: promised.sides, panels })
  if (value.kind === 'drand' && promised.kind === 'drand' && value.round !== promised.round)
    return { ok: false, why: 'not-as-committed' }
  const hex = value.kind === 'seed' ? value.seed : value.kind === 'drand' ? value.randomness : ''
  const seed = bytesFromHex(hex)
  if (!seed) return { ok: false, why: 'not-hexadecimal' }
  return { ok: true, number: numberFromBytes(seed, hashOf(commitment), panels) }
}

/** The number from 1 to `panels` that bytes decide for the commitment of this hash. */
export function numberFromBytes(bytes: Uint8Array, commitmentHash: string, panels: number): number {
  return streamFrom(bytes, LABEL + commitmentHash).below(panels) + 1
}

/** How many dice decide between so many panels: the fewest with at least as many outcomes. */
export function diceFor({ sides, panels }: { sides: number; panels: number }): number {
  let dice = 1
  while (sides ** dice < panels) dice++
  return dice
}

/**
 * Dice in the order they fell, faces 1 to `sides` (a 0 on a ten-sided die is its 10). The first counts most:
 * value = (face₁ − 1)·sidesⁿ⁻¹ + … + (faceₙ − 1). From the largest multiple of `panels` upward all are rolled again;
 * below it the number is value mod panels + 1.
 */
export function numberFromDice(
  rolls: readonly number[],
  { sides, panels }: { sides: number; panels: number },
): DecidedNumber {
  const dice = diceFor({ sides, panels })
  const isWrong = rolls.some((face) => !Number.isInteger(face) || face < 1 || face > sides)
  if (isWrong || rolls.length !== dice) return { ok: false, why: 'roll-so-many', dice }
  const value = rolls.reduce((sum, face) => sum * sides + (face - 1), 0)
  const outcomes = sides ** dice
  if (value >= outcomes - (outcomes % panels)) return { ok: false, why: 'roll-again' }
  return { ok: true, number: (value % panels) + 1 }
}
