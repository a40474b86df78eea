/** Lightness 0…1, chroma 0…about 0.37, hue in degrees. Björn Ottosson, "A perceptual color space for image processing" (2020). */
export type Oklch = { lightness: number; chroma: number; hue: number }
type Triple = readonly [number, number, number]

const toLinear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
const toGamma = (linear: number) =>
  linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055

function linearOf(hex: string): Triple {
  const channel = (at: number) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

function hexOf(linear: Triple): string {
  const byte = (channel: number) => Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, channel)))) * 255)
  return `#${linear.map((channel) => byte(channel).toString(16).padStart(2, '0')).join('')}`
}

function labOf(hex: string): Triple {
  const [r, g, b] = linearOf(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function linearOfLab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

export function oklchOf(hex: string): Oklch {
  const [lightness, a, b] = labOf(hex)
  return { lightness, chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) * 180) / Math.PI }
}

/** The nearest colour a screen can show: chroma gives way until it fits, lightness and hue stay. */
export function hexOfOklch({ lightness, chroma, hue }: Oklch): string {
  const turn = (hue * Math.PI) / 180
  const at = (c: number) => linearOfLab([lightness, c * Math.cos(turn), c * Math.sin(turn)])
  const fits = (c: number) => at(c).every((channel) => channel > -0.0005 && channel < 1.0005)
  if (fits(chroma)) return hexOf(at(chroma))
  let low = 0
  let high = chroma
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return hexOf(at(low))
}

/** `share` (0…1) of `colour` in `ground`, mixed as the eye does (Oklab). */
export function mix(colour: string, ground: string, share: number): string {
  const [a, b] = [labOf(colour), labOf(ground)]
  const part = (at: 0 | 1 | 2) => a[at] * share + b[at] * (1 - share)
  return hexOf(linearOfLab([part(0), part(1), part(2)]))
}

/** Contrast ratio 1…21 as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = linearOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
