import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { NOT_ASSESSED } from '#methods/themes/measured-names.ts'

export interface Told {
  name: string
  count: number
}

/** How many readable answers of a theme, or of a whole question, have which stance and which sentiment; empty where none was assessed. */
export async function stancesOf(
  db: Db,
  where: { themeId: string } | { questionId: string },
): Promise<{ stance: Told[]; sentiment: Told[] }> {
  const [stance, sentiment] = await Promise.all([
    counted(db, where, 'stance'),
    counted(db, where, 'sentiment'),
  ])
  return { stance, sentiment }
}

async function counted(
  db: Db,
  where: { themeId: string } | { questionId: string },
  what: 'stance' | 'sentiment',
): Promise<Told[]> {
  const which =
    'themeId' in where
      ? sql`r.answer_id in (select answer_id from answers_in_themes where theme_id = ${where.themeId} and is_readable)
          and r.question_id = (select question_id from call_themes where id = ${where.themeId})`
      : sql`r.question_id = ${where.questionId}
          and r.answer_id in (select m.id from matters m join answers a on a.id = m.id where m.visibility = 'public' and a.withdrawn_at is null)`
  const { rows } = await sql<Told>`
    select r.${sql.ref(what)} as name, count(*) as count
    from answer_readings r
    where ${which}
    group by 1
    order by 2 desc, 1`.execute(db)
  return rows.some(({ name }) => name !== NOT_ASSESSED) ? rows : []
}
