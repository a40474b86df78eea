import type { AnswerTable } from './answer-table.ts'
import { compareCodes } from './compare-codes.ts'
import { measuredNames, NOT_ASSESSED } from './measured-names.ts'
import type { ThemesFound } from './themes-found.ts'

/** Adds what people's codes allow: stance and sentiment where they are measured, and agreement with their themes. */
export function withCodes(found: ThemesFound, { texts, languages, ...codes }: AnswerTable): ThemesFound {
  const name = (given: readonly string[] | undefined) =>
    given ? measuredNames(texts, given, languages) : { names: texts.map(() => NOT_ASSESSED), measured: [] }
  const [stance, sentiment] = [name(codes.stances), name(codes.sentiments)]
  const agreement = compareCodes(
    codes.coders,
    found.answers.map(({ themes }) => themes),
  )
  return {
    ...found,
    answers: found.answers.map((answer, at) => ({
      ...answer,
      stance: stance.names[at] ?? NOT_ASSESSED,
      sentiment: sentiment.names[at] ?? NOT_ASSESSED,
    })),
    measured: { stance: stance.measured, sentiment: sentiment.measured },
    ...(agreement ? { agreement } : {}),
  }
}
