import { krippendorffAlpha } from './krippendorff-alpha.ts'
import { seededRandom } from './seeded-random.ts'

const TIMES = 1_000
const [LOW, HIGH] = [0.025, 0.975]

export interface AlphaWithInterval {
  alpha: number
  /** 95 %. */
  interval: [number, number]
  /** Units that two coders or more looked at. */
  units: number
}

/**
 * Krippendorff's alpha with its 95 % interval by bootstrap: units are drawn again with their codes, a thousand times (Efron 1979;
 * for alpha: Hayes and Krippendorff 2007, "Answering the call for a standard reliability measure for coding data"). The same
 * codes and seed give the same interval.
 *
 * @param codings for each unit what each coder called it; `undefined` where a coder did not look.
 * @returns undefined when nothing can be said: no unit coded twice, or only one name used.
 */
export function alphaWithInterval(
  codings: readonly (readonly (string | undefined)[])[],
  seed: string,
): AlphaWithInterval | undefined {
  const twice = codings.filter((names) => names.filter((name) => name !== undefined).length >= 2)
  const alpha = krippendorffAlpha(twice)
  if (alpha === undefined) return undefined
  const random = seededRandom(`alpha ${seed}`)
  const drawn = Array.from({ length: TIMES }, () => {
    const again = twice.map(() => twice[Math.floor(random() * twice.length)] ?? [])
    // Where one draw happens to hold one name alone, all in it agree.
    return krippendorffAlpha(again) ?? 1
  }).sort((a, b) => a - b)
  const at = (share: number) => drawn[Math.round(share * (TIMES - 1))] ?? alpha
  return { alpha, interval: [at(LOW), at(HIGH)], units: twice.length }
}
