import { createHash } from 'node:crypto'
import { type ChainClient, type ChainInfo, fetchBeacon, roundTime } from 'drand-client'

/** A round as a beacon's API gives it. */
export interface BeaconRound {
  round: number
  randomness: string
  signature: string
  previous_signature?: string
}

/** The chains of the League of Entropy, pinned: a key from elsewhere proves nothing. */
export const chains: Readonly<Record<string, ChainInfo>> = {
  default: {
    public_key:
      '868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31',
    period: 30,
    genesis_time: 1_595_431_050,
    hash: '8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce',
    groupHash: '176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a',
    schemeID: 'pedersen-bls-chained',
    metadata: { beaconID: 'default' },
  },
  quicknet: {
    public_key:
      '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
    period: 3,
    genesis_time: 1_692_803_367,
    hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
    groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
    schemeID: 'bls-unchained-g1-rfc9380',
    metadata: { beaconID: 'quicknet' },
  },
}

/** Clocks differ by seconds: a round due within this time might already be known somewhere. */
const SAFETY_MS = 60_000

export type CommittableRound =
  | { ok: true; knownAtMs: number }
  | { ok: false; why: 'no-such-chain' }
  /** The round is out or about to be: whoever commits could know it. `earliest` is the first that may be named. */
  | { ok: false; why: 'round-not-in-future'; earliest: number }

/** Whether a commitment made at `atMs` (Unix time) may name this round, and when the round will be known. */
export function committableRound(chain: string, round: number, atMs: number): CommittableRound {
  const info = chains[chain]
  if (!info) return { ok: false, why: 'no-such-chain' }
  const knownAtMs = roundTime(info, round)
  if (Number.isSafeInteger(round) && round >= 1 && knownAtMs > atMs + SAFETY_MS)
    return { ok: true, knownAtMs }
  const elapsed = atMs + SAFETY_MS - info.genesis_time * 1000
  return {
    ok: false,
    why: 'round-not-in-future',
    earliest: Math.max(1, Math.floor(elapsed / (info.period * 1000)) + 2),
  }
}

/** Whether the beacon really gave this round, by its signature alone: no network, about 60 ms. */
export async function isTrueRound(chain: string, round: BeaconRound): Promise<boolean> {
  const info = chains[chain]
  if (!info || !isWellFormed(info, round)) return false
  try {
    await fetchBeacon(offlineClient(info, round), round.round)
    return true
  } catch {
    // The library throws for every kind of untruth alike: wrong round, wrong signature, malformed point.
    return false
  }
}

/** What can be seen without the chain's key. The library would complain of these on the console. */
function isWellFormed(
  info: ChainInfo,
  { round, randomness, signature, previous_signature }: BeaconRound,
): boolean {
  const isChained = info.schemeID === 'pedersen-bls-chained'
  const hash = createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex')
  return round >= 1 && hash === randomness.toLowerCase() && isChained === (previous_signature !== undefined)
}

function offlineClient(info: ChainInfo, beacon: BeaconRound): ChainClient {
  const { previous_signature, ...unchained } = beacon
  const answer = previous_signature === undefined ? unchained : { ...unchained, previous_signature }
  return {
    options: { disableBeaconVerification: false, noCache: true },
    latest: async () => answer,
    get: async () => answer,
    chain: () => ({ baseUrl: '', info: async () => info }),
  }
}
