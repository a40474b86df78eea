/** Marsaglia's xorshift: the same elections on any machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Small numbers of papers, so that ties are common; some withdrawn candidates, some shared ranks, some blank papers. */
export function randomBlt(seed: number, { isForOnePlace }: { isForOnePlace: boolean }): string {
  const below = numbersFrom(seed * 2_654_435 + 12_345)
  const size = 2 + below(8)
  const places = isForOnePlace ? 1 : 1 + below(Math.min(5, size))
  const lines = [`${size} ${places}`]
  if (below(5) === 0 && size > 2) lines.push(`-${1 + below(size)}`)
  if (below(6) === 0) lines.push(`[tie ${shuffled(size, below).join(' ')} ]`)
  const most = below(2) === 0 ? 12 : 400
  for (let kind = 0; kind < 2 + below(30); kind += 1) {
    const ranking = shuffled(size, below).slice(0, below(12) === 0 ? 0 : 1 + below(size))
    const joint = below(15) === 0 ? '=' : ' '
    lines.push(`${1 + below(most)} ${ranking.join(joint)} 0`.replace(/ {2}/, ' '))
  }
  const names = Array.from(
    { length: size },
    (_, candidate) => `"Candidate ${String.fromCharCode(65 + candidate)}"`,
  )
  return [...lines, '0', ...names, '"Random"', ''].join('\n')
}

function shuffled(size: number, below: (limit: number) => number): number[] {
  const numbers = Array.from({ length: size }, (_, i) => i + 1)
  for (let i = size - 1; i > 0; i -= 1) {
    const j = below(i + 1)
    const [a = 0, b = 0] = [numbers[i], numbers[j]]
    numbers[i] = b
    numbers[j] = a
  }
  return numbers
}
