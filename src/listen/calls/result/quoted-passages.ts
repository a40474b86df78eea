import type { Db } from '#core/db/connect.ts'
import type { CallFigures, ThemeFigures } from './figures.ts'
import { quotationsOfThemes } from './quotations-of-themes.ts'

/**
 * Figures as they are kept: of each quotation whose it is and in which theme, not its passage. An edition is never changed, and
 * words may have to go: they stand only where they can be held, withdrawn and erased.
 */
export function withoutPassages(figures: CallFigures): CallFigures {
  return withQuotations(figures, ({ quotations }) =>
    quotations.map((quotation) => ({ ...quotation, passage: '' })),
  )
}

/** The passages put back from where they stand; a quotation whose words are gone, or no longer to be read, is left out. */
export async function withPassages(db: Db, callId: string, figures: CallFigures): Promise<CallFigures> {
  const standing = await quotationsOfThemes(db, callId)
  const passages = new Map(
    standing.map(({ theme, answer, passage }) => [`${theme} ${answer}`, passage] as const),
  )
  return withQuotations(figures, ({ number, quotations }) =>
    quotations.flatMap((quotation) => {
      const passage = passages.get(`${number} ${quotation.answer}`)
      return passage === undefined ? [] : [{ ...quotation, passage }]
    }),
  )
}

function withQuotations(
  figures: CallFigures,
  quotationsOf: (theme: ThemeFigures) => ThemeFigures['quotations'],
): CallFigures {
  const questions = figures.questions.map((question) => ({
    ...question,
    themes: question.themes.map((theme) => ({ ...theme, quotations: quotationsOf(theme) })),
  }))
  return { ...figures, questions }
}
