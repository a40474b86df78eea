import { hexOfOklch, mix, type Oklch, oklchOf } from './oklch.ts'

const light = { paper: '#fdfcf9', ink: '#1a1f1d' }
const dark = { paper: '#141715', ink: '#f0efe8' }

/** The colours a page takes from an organisation, as plain `#rrggbb`. */
export type OrganisationColours = Record<
  'accent' | 'accent-soft' | 'accent-strong' | 'deep' | 'deep-soft' | 'spine' | 'tint' | 'tint-2',
  string
>

export const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

/**
 * The small stylesheet `/assets/organisation.css`: everything that follows from the one colour an organisation chooses.
 * It gives the hue; lightness is ours, so that gorse yellow reads as well as harbour blue.
 * Throws a RangeError for anything but `#rrggbb`, because the text goes into a stylesheet.
 */
export function organisationCss(accent: string): string {
  const { light: day, dark: night } = organisationColours(accent)
  return `@layer tokens{:root{${declarations(day)}}@media screen and (prefers-color-scheme:dark){:root{${declarations(night)}}}}\n`
}

/** `light` and `dark` colours of an accent; see organisationCss. */
export function organisationColours(accent: string): Record<'light' | 'dark', OrganisationColours> {
  if (!isColour(accent)) throw new RangeError(`"${accent}" is not a colour like #1d6b4c`)
  const own = oklchOf(accent.toLowerCase())
  return { light: lightColours(own), dark: darkColours(own) }
}

function lightColours(own: Oklch): OrganisationColours {
  const accent = shade(own, 0.43, 0.16)
  return {
    accent,
    'accent-soft': mix(accent, light.paper, 0.38),
    'accent-strong': mix(accent, light.ink, 0.62),
    deep: shade(own, 0.35, 0.12),
    'deep-soft': shade(own, 0.88, 0.05),
    spine: accent,
    tint: mix(accent, light.paper, 0.06),
    'tint-2': mix(accent, light.paper, 0.14),
  }
}

function darkColours(own: Oklch): OrganisationColours {
  const accent = shade(own, 0.82, 0.11)
  return {
    accent,
    'accent-soft': mix(accent, dark.paper, 0.38),
    'accent-strong': mix(accent, dark.ink, 0.62),
    deep: shade(own, 0.31, 0.075),
    'deep-soft': shade(own, 0.86, 0.05),
    spine: shade(own, 0.5, 0.11), // a bright stripe the height of the screen would glare
    tint: mix(accent, dark.paper, 0.07),
    'tint-2': mix(accent, dark.paper, 0.17),
  }
}

function shade(own: Oklch, lightness: number, mostChroma: number): string {
  return hexOfOklch({ lightness, chroma: Math.min(own.chroma, mostChroma), hue: own.hue })
}

function declarations(colours: OrganisationColours): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
}
