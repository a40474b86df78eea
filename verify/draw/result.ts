import { createHash } from 'node:crypto'
import type { Report } from '../say.ts'
import { type Commitment, type DrawFiles, hashOf, type Result } from './files.ts'
import { decidedNumber } from './number.ts'

/** The published value decides the published number, and that number is the published panel. */
export function checkResult({ lottery, commitment, result }: DrawFiles, report: Report) {
  if (!result) {
    report.leavesOpen('Nothing is drawn yet: there is no result.json.')
    return
  }
  const commitmentHash = hashOf(commitment)
  report.check(
    result.commitment === commitmentHash,
    'The result belongs to this commitment.',
    'The result belongs to another commitment.',
  )
  const number = decidedNumber(result, { commitment, commitmentHash, panels: lottery.panels.length })
  report.check(
    number === result.number,
    `The ${result.value.kind} decides number ${number}, as published.`,
    `Published is number ${result.number}, but ${typeof number === 'number' ? `${number} is decided` : number}.`,
  )
  const panel = lottery.panels[result.number - 1] ?? []
  report.check(
    JSON.stringify(panel) === JSON.stringify(result.panel),
    `The panel is number ${result.number} of the lottery.`,
    `The panel is not number ${result.number} of the lottery.`,
  )
  checkSource(result, commitment, report)
}

function checkSource(result: Result, commitment: Commitment, report: Report) {
  if (result.value.kind === 'drand') checkBeacon(result.value, commitment, report)
  if (result.value.kind === 'seed')
    report.leavesOpen(
      'Where the seed came from, and that nobody could know it before the commitment, is for people to judge.',
    )
}

/** Start (Unix seconds) and period (seconds) of the chains, as their operators publish them. */
const chains: Record<string, { start: number; period: number }> = {
  default: { start: 1_595_431_050, period: 30 },
  quicknet: { start: 1_692_803_367, period: 3 },
}

function checkBeacon(
  value: { randomness?: string; signature?: string; round?: number },
  { decided_by: by, committed_at: at }: DrawFiles['commitment'],
  report: Report,
) {
  const hash = createHash('sha256')
    .update(Buffer.from(value.signature ?? '', 'hex'))
    .digest('hex')
  report.check(
    hash === value.randomness,
    'The randomness is the hash of its signature.',
    'The randomness is not the hash of its signature.',
  )
  const chain = chains[by.chain ?? '']
  const known = chain && (chain.start + ((by.round ?? 1) - 1) * chain.period) * 1000
  if (known === undefined) report.fails(`The chain "${by.chain}" is not known here.`)
  else
    report.check(
      at !== undefined && Date.parse(at) < known,
      'The round came after the commitment.',
      'The round was out before the commitment: whoever committed could know it.',
    )
  report.leavesOpen(
    `That the signature is the beacon's: compare with https://api.drand.sh, round ${by.round} of ${by.chain}.`,
  )
}
