/** What another process is asked to do, so that making the load and measuring it is not done by what is measured. */
export type LoadTask =
  /** Each path asked for in turn; who expects 304 asks again with the tag of the answer before. */
  | {
      kind: 'pages'
      port: number
      connections: number
      seconds: number
      paths: string[]
      headers: Record<string, string>
      expect: number
      /** Each at an address of its own, so that nothing kept answers it. */
      isEachNew?: boolean
      /** Tokens of sessions whose people ask in turn; absent: nobody is signed in. */
      sessions?: string[]
    }
  | { kind: 'hand-ins'; port: number; connections: number; seconds: number; to: string[] }
  /** The same to one call, by its number. */
  | { kind: 'answers'; port: number; connections: number; seconds: number; call: number }
  /** Bare single-row inserts, each its own durable transaction: the peer of hand-ins. */
  | { kind: 'inserts'; url: string; connections: number; seconds: number }
  /** So many a second, pages and every tenth a hand-in, whatever more could be had. */
  | { kind: 'steady'; port: number; seconds: number; perSecond: number; paths: string[] }
  | { kind: 'followers'; port: number; path: string; followers: number }
  /** A server that writes the same bytes to everybody when told to: the peer of followers. */
  | { kind: 'broadcast'; bytes: number }

export interface LoadResult {
  done: number
  seconds: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  /** Answers other than the expected one, and connections lost. */
  unexpected: number
  /** Milliseconds from an acknowledged hand-in to its proof, of those that were asked. */
  proofP99?: number
  /** Numbers acknowledged, to be looked for afterwards. */
  acknowledged?: number[]
}

export function resultOf(
  times: readonly number[],
  { seconds, unexpected }: { seconds: number; unexpected: number },
): LoadResult {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    done: times.length,
    seconds,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    unexpected,
  }
}
