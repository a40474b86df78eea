import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { isoDate } from '#core/time/days.ts'
import { eraseAttachments } from '#ground/attachments/store-attachments.ts'
import { eraseWords, showMatter } from '#ground/matters/show-matter.ts'
import { eraseSealed } from '#ground/record/erase-sealed.ts'
import { noteErasures } from '#ground/record/note-erasures.ts'

const BATCH = 50

/**
 * Erases for good what was removed and not appealed in time, or whose appeal did not bring it back: title, words, files,
 * and what the record sealed. A tombstone names the entry; its proof stands.
 */
export async function eraseRemoved({ db, clock }: JobHouse): Promise<void> {
  const now = clock.now()
  await inTransaction(db, async (tx) => {
    const due = new Map((await dueMatters(tx, now)).map((matter) => [matter.id, matter]))
    for (const matter of due.values()) await eraseMatter(tx, matter, now)
  })
}

type Due = Awaited<ReturnType<typeof dueMatters>>[number]

function dueMatters(tx: Tx, now: Date) {
  return tx
    .selectFrom('moderationCases')
    .innerJoin('matters', 'matters.id', 'moderationCases.matterId')
    .innerJoin('receipts', 'receipts.matterId', 'matters.id')
    .leftJoin('moderationAppeals as appeal', 'appeal.caseId', 'moderationCases.id')
    .select(['moderationCases.matterId as id', 'moderationCases.bodyId', 'matters.kind', 'receipts.entryId'])
    .where('moderationCases.erasedAt', 'is', null)
    .where('moderationCases.outcome', '=', 'removed')
    .where('matters.visibility', '=', 'removed')
    .where(
      sql<boolean>`appeal.outcome is not distinct from 'stands' or (appeal.case_id is null and moderation_cases.erase_on <= ${isoDate(now)})`,
    )
    .where(sql<boolean>`not exists (
      select from moderation_appeals as waiting
      join moderation_cases as other on other.id = waiting.case_id
      where other.matter_id = matters.id and waiting.decided_at is null)`)
    .limit(BATCH)
    .execute()
}

async function eraseMatter(tx: Tx, { id, kind, bodyId, entryId }: Due, now: Date): Promise<void> {
  await tx
    .updateTable('moderationCases')
    .set({ erasedAt: now })
    .where('matterId', '=', id)
    .where('outcome', '=', 'removed')
    .execute()
  await eraseSealed(tx, {
    entryIds: [entryId],
    // Of an answer whose notice publishes no words they are sealed for few.
    parts: kind === 'answer' ? ['public', 'private'] : ['public'],
    kind: 'moderation.erased',
    at: now,
    bodyId,
  })
  await eraseAttachments(tx, id)
  await eraseWords(tx, { id, kind })
  await noteErasures(tx, [{ kind: 'moderation.words', subjectId: id }], now)
}

/** After a restore: the words of a matter that were erased here once, and a backup brought back. */
export async function eraseWordsAgain(tx: Tx, { subjectId }: { subjectId: string }): Promise<void> {
  const matter = await tx
    .selectFrom('matters')
    .select(['id', 'kind'])
    .where('id', '=', subjectId)
    .executeTakeFirst()
  if (!matter) return
  await showMatter(tx, matter.id, 'removed')
  await eraseAttachments(tx, matter.id)
  await eraseWords(tx, matter)
}
