import { agreementSchema } from '../themes/samples-of.ts'

/** How far people agreed on themes when they coded alone, with its interval; null where nothing can be said. */
export function agreementFigures(agreement: unknown): { alpha: number; from: number; to: number } | null {
  const read = agreementSchema.safeParse(agreement)
  const onThemes = read.success ? read.data.find(({ what }) => what === 'theme') : undefined
  if (!onThemes?.interval || onThemes.alpha === null) return null
  const [from, to] = onThemes.interval
  return { alpha: onThemes.alpha, from, to }
}
