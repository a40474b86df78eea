import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { NOT_ASSESSED } from '#methods/themes/measured-names.ts'
import { countedAndRises } from './rises-of-themes.ts'

/** How many answers of a theme take each stance, and have each sentiment; null where none was assessed. */
export interface Readings {
  stances: Record<string, number> | null
  sentiments: Record<string, number> | null
}

/** The readings of each theme of a call that has any, by the id of the theme. */
export async function readingsOf(db: Db | Tx, callId: string): Promise<Map<string, Readings>> {
  const { rows } = await sql<{
    themeId: string
    sort: 'stances' | 'sentiments'
    value: string
    count: number
  }>`
    ${countedAndRises(callId)}, placed as materialized (
      select distinct rises.into_id as theme_id, answer_themes.answer_id, call_themes.question_id
      from rises
      join answer_themes on answer_themes.theme_id = rises.id
      join counted_ids on counted_ids.id = answer_themes.answer_id
      join call_themes on call_themes.id = rises.into_id
    )
    select
      placed.theme_id as "themeId",
      case grouping(stance) when 0 then 'stances' else 'sentiments' end as sort,
      coalesce(stance, sentiment) as value,
      count(*) as count
    from placed
    join answer_readings on answer_readings.answer_id = placed.answer_id and answer_readings.question_id = placed.question_id
    group by grouping sets ((placed.theme_id, stance), (placed.theme_id, sentiment))
    order by count desc`.execute(db)
  const found = new Map<string, Readings>()
  for (const [themeId, all] of Map.groupBy(rows, (row) => row.themeId)) {
    const of = (sort: string) => {
      const counts = all.filter((row) => row.sort === sort).map(({ value, count }) => [value, count] as const)
      const isAssessed = counts.some(([value]) => value !== NOT_ASSESSED)
      return isAssessed ? Object.fromEntries(counts) : null
    }
    found.set(themeId, { stances: of('stances'), sentiments: of('sentiments') })
  }
  return found
}
