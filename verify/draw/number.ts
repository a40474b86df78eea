import { createHash } from 'node:crypto'
import type { Commitment, Result } from './files.ts'

/** The number from 1 to `panels` that the published value decides, or in words why it decides none. */
export function decidedNumber(
  { value }: Result,
  { commitment, commitmentHash, panels }: { commitment: Commitment; commitmentHash: string; panels: number },
): number | string {
  const promised = commitment.decided_by
  if (value.kind !== promised.kind) return `a ${promised.kind} was committed to, not a ${value.kind}`
  if (value.kind === 'dice') return fromDice(value.rolls ?? [], promised.sides ?? 0, panels)
  if (value.kind === 'drand' && value.round !== promised.round)
    return `round ${promised.round} was committed to, not ${value.round}`
  const hex = (value.kind === 'drand' ? value.randomness : value.seed) ?? ''
  if (!/^([0-9a-fA-F]{2})+$/.test(hex)) return 'the value is no hexadecimal number of bytes'
  return fromBytes(Buffer.from(hex, 'hex'), `folkmoot draw v1 ${commitmentHash}`, panels)
}

/** Draws bytes from SHA-256(seed, 0, label, 0, counter) until a number below the largest multiple of `panels` comes. */
function fromBytes(seed: Buffer, label: string, panels: number): number {
  let width = 1
  while (256n ** BigInt(width) < BigInt(panels)) width++
  const fair = (256n ** BigInt(width) / BigInt(panels)) * BigInt(panels)
  let bytes = Buffer.alloc(0)
  for (let counter = 0n; ; ) {
    while (bytes.length < width) {
      const place = Buffer.alloc(8)
      place.writeBigUInt64BE(counter++)
      const hash = createHash('sha256')
        .update(seed)
        .update('\0')
        .update(label, 'utf8')
        .update('\0')
        .update(place)
      bytes = Buffer.concat([bytes, hash.digest()])
    }
    const value = BigInt(`0x${bytes.subarray(0, width).toString('hex')}`)
    bytes = bytes.subarray(width)
    if (value < fair) return Number(value % BigInt(panels)) + 1
  }
}

function fromDice(rolls: number[], sides: number, panels: number): number | string {
  if (!(sides >= 2)) return 'the commitment does not say how many sides the dice have'
  const needed = Math.ceil(Math.log(panels) / Math.log(sides) - 1e-9) || 1
  if (rolls.length !== needed) return `${needed} dice decide, not ${rolls.length}`
  if (rolls.some((face) => !Number.isInteger(face) || face < 1 || face > sides))
    return 'a face is not on the die'
  let value = 0n
  for (const face of rolls) value = value * BigInt(sides) + BigInt(face - 1)
  const fair = (BigInt(sides) ** BigInt(needed) / BigInt(panels)) * BigInt(panels)
  return value < fair ? Number(value % BigInt(panels)) + 1 : 'this roll decides nothing and must be repeated'
}
