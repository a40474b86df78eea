import { alphaByTheme } from './krippendorff-alpha.ts'
import { adjustedMutualInformation } from './mutual-information.ts'
import { f1ByTheme, type ThemeAgreement } from './theme-agreement.ts'

/** How found themes compare with what people called a sample of the answers. */
export interface Agreement {
  /** Answers that the first coder looked at. */
  coded: number
  /** Adjusted mutual information over the answers to which the first coder gave one theme; absent where there are none. */
  adjusted_mutual_information?: number
  f1_macro: number
  f1_micro: number
  themes: ThemeAgreement[]
  /** Krippendorff's alpha of the coders among themselves, by theme; absent with one coder. */
  coders?: { theme: string; alpha: number | null }[]
}

/**
 * Compares found themes with people's. The first coder is the measure for F1 and mutual information; the other coders say how
 * far people agree among themselves, which no machine should be asked to beat.
 *
 * @param coders for each coder and answer the themes given; `undefined` where that coder did not look.
 * @param found for each answer the themes found.
 */
export function compareCodes(
  coders: readonly (readonly (readonly string[] | undefined)[])[],
  found: readonly (readonly string[])[],
): Agreement | undefined {
  const looked = [...(coders[0] ?? []).entries()].flatMap(([row, themes]) =>
    themes ? [{ row, themes }] : [],
  )
  if (looked.length === 0) return undefined
  const { themes, macro, micro } = f1ByTheme(
    looked.map(({ themes: given }) => given),
    looked.map(({ row }) => found[row] ?? []),
  )
  const agreement = { coded: looked.length, f1_macro: macro, f1_micro: micro, themes }
  const single = looked.filter(({ themes: given }) => given.length === 1)
  const information = adjustedMutualInformation(
    single.map(({ themes: given }) => given[0]),
    single.map(({ row }) => found[row]?.[0]),
  )
  return {
    ...agreement,
    ...(single.length > 0 ? { adjusted_mutual_information: information } : {}),
    ...(coders.length > 1 ? { coders: amongPeople(coders) } : {}),
  }
}

function amongPeople(coders: readonly (readonly (readonly string[] | undefined)[])[]) {
  const answers = Array.from({ length: coders[0]?.length ?? 0 }, (_, row) =>
    coders.map((coder) => coder[row]),
  )
  return alphaByTheme(answers).map(({ theme, alpha }) => ({ theme, alpha: alpha ?? null }))
}
