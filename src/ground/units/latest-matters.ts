import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { ListedMatter } from '#ground/matters/listed-matter.ts'
import { type TranslatedTitle, withTitles } from '#ground/translations/translations-of.ts'

/** A matter of a unit, as its page and its feed list it. */
export interface LatestMatter extends ListedMatter {
  unitName: string
  /** In the reader's language, where it was translated. */
  translated?: TranslatedTitle
}

/**
 * The newest matters that anybody may read, of the unit and of everything below it. Each unit gives its own newest by the
 * index, so that a thousand units cost a thousand short looks and never a walk through all matters.
 */
export async function latestMatters(
  db: Db,
  { unitId, most, language }: { unitId: string; most: number; language: string },
): Promise<LatestMatter[]> {
  const { rows } = await sql<LatestMatter>`
    select latest.id, latest.number, latest.kind, latest.title, latest.language, latest.opened_at, latest.closed_at,
      latest.closing_outcome, latest.unit_name, custody.received_at, custody.due_at, custody.considered_at
    from (
      select matter.*, units.name as unit_name
      from units
      cross join lateral (
        select matters.id, number, matters.kind, title, language, opened_at, matters.closed_at, closing_outcome
        from matters
        where matters.unit_id = units.id
          and visibility = 'public'
          and parent_id is null
        order by opened_at desc, matters.id desc
        limit ${most}
      ) as matter
      where units.lineage @> array[${unitId}::uuid]
      order by matter.opened_at desc, matter.id desc
      limit ${most}
    ) as latest
    left join custody on custody.matter_id = latest.id and custody.decided_at is null
    order by latest.opened_at desc, latest.id desc`.execute(db)
  return withTitles(db, language, rows)
}
