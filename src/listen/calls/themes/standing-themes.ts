import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import type { StandingGroup } from './match-themes.ts'

/** A theme that stands before a new run, with the answers that have it first. */
export interface StandingTheme extends StandingGroup {
  parentId: string | null
  isBroad: boolean
}

/** The themes of a question that are neither merged nor ended; a broad one has the answers of its parts. */
export async function standingThemes(db: Db | Tx, questionId: string): Promise<StandingTheme[]> {
  const { rows } = await sql<{
    id: string
    parentId: string | null
    isKept: boolean
    isBroad: boolean
    members: string[] | null
  }>`
    select
      t.id,
      t.parent_id as "parentId",
      exists (select from call_themes c where c.parent_id = t.id and c.ended_at is null and c.merged_into is null) as "isBroad",
      (
        t.is_named
        or exists (select from theme_steps s where s.theme_id = t.id or s.other_id = t.id)
        or exists (select from answer_themes p where p.theme_id = t.id and p.put_by = 'team')
        or exists (select from theme_quotations q where q.theme_id = t.id)
        or exists (select from theme_decisions d where d.theme_id = t.id)
        or exists (select from pending_theme_decisions d where d.theme_id = t.id)
      ) as "isKept",
      (select array_agg(p.answer_id::text order by p.answer_id) from answer_themes p where p.theme_id = t.id and p.rank = 1) as members
    from call_themes t
    where t.question_id = ${questionId} and t.ended_at is null and t.merged_into is null
    order by t.id`.execute(db)
  const own = rows.map((row) => ({ ...row, members: row.members ?? [] }))
  return own.map((theme) =>
    theme.isBroad
      ? {
          ...theme,
          members: [
            ...theme.members,
            ...own.filter(({ parentId }) => parentId === theme.id).flatMap(({ members }) => members),
          ],
        }
      : theme,
  )
}

/** Answers that people placed: their word stands. */
export async function placedByTeam(db: Db | Tx, questionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.answer_id as id
    from answer_themes p
    join call_themes t on t.id = p.theme_id
    where t.question_id = ${questionId} and p.put_by = 'team'`.execute(db)
  return rows.map(({ id }) => id)
}
