export const PAPERS = 500_000
export const NAMES = ['Ada', 'Bede', 'Cyd', 'Dov', 'Efa', 'Finn', 'Gita', 'Hugh', 'Iris', 'Jo']
const WEIGHTS = [5, 4, 4, 3, 3, 2, 2, 2, 1, 1]

/** Marsaglia's xorshift. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Each voter ranks one to ten candidates, the weightier ones earlier. */
export function randomRankings(): number[][] {
  const below = numbersFrom(12_345)
  return Array.from({ length: PAPERS }, () => {
    const left = [...NAMES.keys()]
    return Array.from({ length: 1 + below(NAMES.length) }, () => {
      let drawn = below(left.reduce((sum, candidate) => sum + (WEIGHTS[candidate] ?? 0), 0))
      const at = left.findIndex((candidate) => {
        drawn -= WEIGHTS[candidate] ?? 0
        return drawn < 0
      })
      return left.splice(at, 1)[0] ?? 0
    })
  })
}

export function gridOf(rankings: readonly number[][]): string {
  const lines = rankings.map((ranking) => {
    const cells = NAMES.map(() => '')
    for (const [rank, candidate] of ranking.entries()) cells[candidate] = String(rank + 1)
    return cells.join(',')
  })
  return `${NAMES.join(',')}\n${lines.join('\n')}\n`
}

export function columnsOf(rankings: readonly number[][]): string {
  const lines = rankings.map((ranking) => NAMES.map((_, rank) => NAMES[ranking[rank] ?? -1] ?? '').join(','))
  return `${NAMES.map((_, rank) => `choice ${rank + 1}`).join(',')}\n${lines.join('\n')}\n`
}
