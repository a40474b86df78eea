import { z } from 'zod'

/** The alpha with its interval, wherever the sample's closing put it; what else it says stands in the JSON. */
const measured = z.object({ alpha: z.number(), low: z.number(), high: z.number() })
const stored = z.union([
  measured,
  z.object({ theme: measured }).transform(({ theme }) => theme),
  z.object({ themes: measured }).transform(({ themes }) => themes),
])

export function agreementFigures(agreement: unknown): { alpha: number; from: number; to: number } | null {
  const read = stored.safeParse(agreement)
  if (!read.success) return null
  const { alpha, low, high } = read.data
  return { alpha, from: low, to: high }
}
