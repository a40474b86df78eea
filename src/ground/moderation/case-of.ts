import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'

/** A case with what decides it: where it belongs, who looks again, and the words in question. */
export type Case = NonNullable<Awaited<ReturnType<typeof caseOf>>>

export async function caseOf(db: Db, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  return (await cases(db).where('moderationCases.id', '=', id).executeTakeFirst()) ?? null
}

/** Cases and appeals that wait, the most urgent first. */
export async function openCases(db: Db): Promise<Case[]> {
  const ids = await openCaseIds(db)
  if (ids.length === 0) return []
  return cases(db)
    .where('moderationCases.id', 'in', ids)
    .orderBy(sql`coalesce(appeal.due_at, moderation_cases.due_at)`)
    .execute()
}

const MOST_SHOWN = 500

/**
 * Asked for first, by indexes of their own: joined with the rest, the planner reads a hundred thousand cases of a flood to find three.
 * A flood is one line of its own on the desk, however many cases it has.
 */
async function openCaseIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id, due_at from moderation_cases where decided_at is null and reason <> 'flood'
    union all
    select case_id, due_at from moderation_appeals where decided_at is null
    order by due_at
    limit ${sql.lit(MOST_SHOWN)}`.execute(db)
  return [...new Set(rows.map(({ id }) => id))]
}

function cases(db: Db) {
  return db
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .innerJoin('bodies', 'bodies.id', 'moderationCases.bodyId')
    .innerJoin('units', 'units.id', 'bodies.unitId')
    .leftJoin('bodies as reviewer', 'reviewer.id', 'bodies.reviewedBy')
    .leftJoin('moderationAppeals as appeal', 'appeal.caseId', 'moderationCases.id')
    .leftJoin('bodies as hearer', 'hearer.id', 'appeal.byBody')
    .leftJoin('units as hearerUnit', 'hearerUnit.id', 'hearer.unitId')
    .leftJoin('moderationHolds as hold', 'hold.caseId', 'moderationCases.id')
    .leftJoin('receipts', 'receipts.matterId', 'matters.id')
    .leftJoin('sealed', (join) =>
      join.onRef('sealed.entryId', '=', 'receipts.entryId').on('sealed.part', '=', 'public'),
    )
    .select([
      'moderationCases.id',
      'moderationCases.matterId',
      'moderationCases.bodyId',
      'moderationCases.sort',
      'moderationCases.reason',
      'moderationCases.remarks',
      'moderationCases.times',
      'moderationCases.openedAt',
      'moderationCases.dueAt',
      'moderationCases.decidedAt',
      'moderationCases.outcome',
      'moderationCases.outcomeReason',
      'moderationCases.explanation',
      'moderationCases.decidedBy',
      'moderationCases.eraseOn',
      'moderationCases.erasedAt',
      'hold.heldAt',
      'matters.number',
      'matters.kind',
      'matters.language',
      'matters.visibility',
      'bodies.name as bodyName',
      'bodies.reviewedBy',
      'reviewer.name as reviewerName',
      'units.lineage',
      'appeal.words as appealWords',
      'appeal.askedAt as appealedAt',
      'appeal.dueAt as appealDueAt',
      'appeal.decidedAt as appealDecidedAt',
      'appeal.outcome as appealOutcome',
      'appeal.explanation as appealExplanation',
      'appeal.byBody as hearerId',
      'hearer.name as hearerName',
      'hearerUnit.lineage as hearerLineage',
      'receipts.entryId as firstEntryId',
      'sealed.content as said',
      // An answer to a call has its words beside its questions, whoever may read what was sealed.
      sql<string | null>`(
        select string_agg(answer_words.words, E'\\n\\n')
        from answer_words
        where answer_words.answer_id = matters.id
      )`.as('answered'),
    ])
}

/** The title and the words in question, for those who must look at them; null once they were erased. */
export function wordsOf({
  said,
  answered,
}: Pick<Case, 'said' | 'answered'>): { title: string; words: string; format: string } | null {
  if (answered !== null) return { title: '', words: answered, format: 'plain' }
  if (said === null) return null
  const { title, words, format } = JSON.parse(said) as Record<string, unknown>
  return { title: String(title ?? ''), words: String(words ?? ''), format: String(format ?? 'plain') }
}
