import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { levelNamed, levelOf } from './counted-answers.ts'
import { countedAndRises } from './rises-of-themes.ts'

const MOST_QUOTATIONS = 4

/** A passage of an answer, marked in a theme. */
export interface Quotation {
  themeId: string
  /** The theme's number. */
  theme: number
  answer: number
  language: string
  passage: string
}

/** Passages that the team marked, of people whose agreement lets them be quoted; what several said in the same words stands once. */
export async function quotationsOfThemes(db: Db | Tx, callId: string): Promise<Quotation[]> {
  const { rows } = await sql<Quotation>`
    ${countedAndRises(callId)}
    select themeId as "themeId", theme, answer, language, passage
    from (
      select *, row_number() over (partition by themeId order by marked_at, answer) as place
      from (
        select distinct on (theme_quotations.theme_id, theme_quotations.passage)
          theme_quotations.theme_id as themeId, works.number as theme, counted_ids.number as answer, counted_ids.language,
          theme_quotations.passage, theme_quotations.marked_at
        from theme_quotations
        join works on works.id = theme_quotations.theme_id
        join counted_ids on counted_ids.id = theme_quotations.answer_id
        join answers on answers.id = theme_quotations.answer_id
        where theme_quotations.passage is not null and ${levelOf} >= ${levelNamed('quotations')}
        order by theme_quotations.theme_id, theme_quotations.passage, theme_quotations.marked_at, counted_ids.number
      ) as different
    ) as marked
    where place <= ${MOST_QUOTATIONS}
    order by place`.execute(db)
  return rows
}
