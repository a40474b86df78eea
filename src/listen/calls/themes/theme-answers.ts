import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { IS_READABLE } from './readable-answers.ts'

/** An answer in a theme, as lists show it. */
export interface AnswerInTheme {
  number: number
  words: string
  language: string
  putBy: 'method' | 'team'
  sure: number | null
  isOfficeHolders: boolean
}

export const ANSWERS_A_PAGE = 25

/** The readable answers of a theme and of its parts, those put there by people first, then the surest. */
export async function answersIn(
  db: Db,
  { themeId, from }: { themeId: string; from: number },
): Promise<AnswerInTheme[]> {
  const { rows } = await sql<AnswerInTheme>`
    select m.number, w.words, m.language, p.put_by as "putBy", p.sure, a.is_from_office_holder as "isOfficeHolders"
    from (
      select distinct on (answer_id) answer_id, put_by, sure, rank, theme_id
      from answer_themes
      where theme_id in (select id from call_themes where (id = ${themeId} or parent_id = ${themeId}) and ended_at is null)
      order by answer_id, rank
    ) as p
    join call_themes t on t.id = p.theme_id
    join answers a on a.id = p.answer_id
    join matters m on m.id = a.id
    join answer_words w on w.answer_id = a.id and w.question_id = t.question_id
    where ${IS_READABLE}
    order by p.put_by desc, p.rank, p.sure desc nulls last, m.number
    limit ${ANSWERS_A_PAGE} offset ${from}`.execute(db)
  return rows
}

/** A step of a theme as the record has it. */
export interface ThemeStep {
  entryId: string
  kind: string
  at: Date
  bodyName: string | null
  words: Readonly<Record<string, unknown>> | null
}

const STEPS_SHOWN = 100

/** What happened to a theme, newest first. */
export async function stepsOf(db: Db, themeId: string): Promise<ThemeStep[]> {
  const rows = await db
    .selectFrom('entries')
    .leftJoin('sealed', (join) =>
      join.onRef('sealed.entryId', '=', 'entries.id').on('sealed.part', '=', 'public'),
    )
    .leftJoin('bodies', 'bodies.id', 'entries.bodyId')
    .leftJoin('recordLeaves', 'recordLeaves.entryId', 'entries.id')
    .leftJoin('unsequenced', 'unsequenced.entryId', 'entries.id')
    .select([
      'entries.id as entryId',
      'entries.kind',
      'entries.at',
      'bodies.name as bodyName',
      'sealed.content',
    ])
    .where('entries.workId', '=', themeId)
    .orderBy('entries.at', 'desc')
    // Two of the same moment: as they stand in the record, or wait for it.
    .orderBy('recordLeaves.leafIndex', (order) => order.desc().nullsFirst())
    .orderBy('unsequenced.arrival', 'desc')
    .limit(STEPS_SHOWN)
    .execute()
  return rows.map(({ content, ...row }) => ({
    ...row,
    words: content === null ? null : (JSON.parse(content) as NonNullable<ThemeStep['words']>),
  }))
}

/** One readable answer of a theme, by its public number. */
export async function answerWords(
  db: Db,
  { themeId, number }: { themeId: string; number: number },
): Promise<{ number: number; words: string; language: string } | null> {
  const { rows } = await sql<{ number: number; words: string; language: string }>`
    select m.number, w.words, m.language
    from matters m
    join answers a on a.id = m.id
    join answers_in_themes p on p.answer_id = a.id and p.theme_id = ${themeId}
    join answer_words w on w.answer_id = a.id and w.question_id = p.question_id
    where m.number = ${number} and ${IS_READABLE}`.execute(db)
  return rows[0] ?? null
}
