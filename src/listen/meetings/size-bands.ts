import type { Translate } from '#core/i18n/translate.ts'
import type { ComparedUnit } from './compare-units.ts'
import { listeningMessages as m } from './messages.ts'

interface Band {
  name: string
  from: number
  /** The next band begins here; null for the last. */
  to: number | null
}

/** Units are compared with those of like size; a number of members is never told, only the band. */
export const BANDS: readonly Band[] = [
  { name: 'under-50', from: 0, to: 50 },
  { name: '50-199', from: 50, to: 200 },
  { name: '200-499', from: 200, to: 500 },
  { name: '500-1999', from: 500, to: 2_000 },
  { name: '2000-more', from: 2_000, to: null },
]

export const UNKNOWN_BAND = 'not-counted'

export const BAND_NAMES: readonly string[] = [...BANDS.map(({ name }) => name), UNKNOWN_BAND]

/** Fewer units than this are not set side by side. */
export const FEWEST_UNITS = 3

export function bandOf(members: number | null): string {
  if (members === null) return UNKNOWN_BAND
  return BANDS.find(({ to }) => to === null || members < to)?.name ?? UNKNOWN_BAND
}

export function bandWords(t: Translate, name: string): string {
  const band = BANDS.find((one) => one.name === name)
  if (!band) return t(m.unknownSize)
  if (band.to === null) return t(m.over, { from: band.from })
  return band.from === 0 ? t(m.under, { to: band.to }) : t(m.between, { from: band.from, to: band.to - 1 })
}

export interface BandOfUnits {
  name: string
  units: ComparedUnit[]
  /** The middle unit's figures, each for itself; null where there is too little to compare. */
  middle: Pick<ComparedUnit, 'held' | 'people' | 'heard' | 'answered'> | null
}

/** Units by band, the smallest first; a band without units is left out. */
export function intoBands(units: readonly ComparedUnit[]): BandOfUnits[] {
  return BAND_NAMES.map((name) => {
    const inBand = units.filter(({ members }) => bandOf(members) === name)
    return { name, units: inBand, middle: inBand.length < FEWEST_UNITS ? null : middleOf(inBand) }
  }).filter(({ units: inBand }) => inBand.length > 0)
}

function middleOf(units: readonly ComparedUnit[]): NonNullable<BandOfUnits['middle']> {
  const median = (figure: 'held' | 'people' | 'heard' | 'answered') => {
    const sorted = units.map((unit) => unit[figure]).toSorted((a, b) => a - b)
    const at = Math.floor(sorted.length / 2)
    const [low = 0, high = 0] =
      sorted.length % 2 === 1 ? [sorted[at], sorted[at]] : [sorted[at - 1], sorted[at]]
    return (low + high) / 2
  }
  return {
    held: median('held'),
    people: median('people'),
    heard: median('heard'),
    answered: median('answered'),
  }
}
