import type { Result, ResultTable } from '../result.ts'

/**
 * The result sheet as returning officers publish it: a row a candidate, for each stage the change and the total, then what
 * did not transfer and what the cut decimals lost.
 */
export function resultSheet(result: Result): ResultTable {
  const { stages } = result
  const headings = [
    'Candidate',
    ...stages.flatMap(({ n }) => (n === 1 ? ['Stage 1'] : [`Change ${n}`, `Stage ${n}`])),
    'Outcome',
  ]
  const standing = result.candidates.filter((name) => !result.withdrawn.includes(name))
  const rows = standing.map((name) => [
    name,
    ...changes(stages.map(({ totals }) => totals[name] ?? '0')),
    outcomeOf(result, name),
  ])
  rows.push(['Non-transferable', ...changes(stages.map(({ nonTransferable }) => nonTransferable)), ''])
  const lost = stages.map(({ lostToRounding }) => lostToRounding)
  if (lost.some((votes) => /[1-9]/.test(votes))) rows.push(['Lost to rounding', ...changes(lost), ''])
  return { title: result.title || 'Result sheet', headings, rows }
}

/** The first value, then for each later one its change and itself. */
function changes(values: readonly string[]): string[] {
  return values.flatMap((value, at) => (at === 0 ? [value] : [change(values[at - 1] ?? '0', value), value]))
}

function outcomeOf(result: Result, name: string): string {
  const electedAt = result.stages.find(({ elected }) => elected.includes(name))
  if (electedAt) return `elected (stage ${electedAt.n})`
  if (result.elected.includes(name)) return 'elected'
  const excludedAt = result.stages.find(({ excluded }) => excluded.includes(name))
  return excludedAt ? `excluded (stage ${excludedAt.n})` : 'not elected'
}

/** Exact difference of two decimals with as many places, signed. */
export function change(before: string, after: string): string {
  const places = after.split('.')[1]?.length ?? 0
  const steps = (text: string) => BigInt(text.replace('.', ''))
  const difference = steps(padded(after, places)) - steps(padded(before, places))
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0')
  const sign = difference < 0n ? '−' : '+'
  if (difference === 0n) return '0'
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function padded(text: string, places: number): string {
  const [whole = '0', decimals = ''] = text.split('.')
  return places === 0 ? whole : `${whole}.${decimals.padEnd(places, '0')}`
}
