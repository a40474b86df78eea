import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import { showMatters } from '#ground/matters/show-matter.ts'
import { appendEntries } from '#ground/record/append-entry.ts'
import { APPEAL_OPEN_DAYS, type Reason } from './reasons.ts'

export interface FloodDecision {
  bodyId: string
  outcome: 'released' | 'removed'
  /** For a removal. */
  reason: Reason | null
  explanation: string
  /** Only what contains these words; empty for all of it. */
  containing: string
  language: string
  by: string
  now: Date
}

const SLOWEST_MS = 120_000

/** Fixes which cases are decided, in one statement; a job carries it out. Answers how many they are. */
export async function decideFlood(db: Db, decision: FloodDecision): Promise<number> {
  const { bodyId, outcome, reason, explanation, containing, language, by, now } = decision
  return inTransaction(db, async (tx) => {
    // A hundred thousand rows with their keys checked: seconds, on a busy machine more than a question may take.
    await sql`set local statement_timeout = ${sql.lit(SLOWEST_MS)}`.execute(tx)
    const id = orderedId(now)
    const row = {
      id,
      bodyId,
      outcome,
      reason,
      explanation,
      language,
      decidedBy: by,
      decidedAt: now,
      cases: 0,
    }
    await tx.insertInto('floodDecisions').values(row).execute()
    const chosen = await sql`
      insert into flood_decision_cases (decision_id, case_id)
      select ${id}, moderation_cases.id
      from moderation_cases
      where body_id = ${bodyId} and reason = 'flood' and decided_at is null
        and id not in (select case_id from flood_decision_cases)
        and ${containing === '' ? sql`true` : saying(containing)}`.execute(tx)
    const cases = Number(chosen.numAffectedRows ?? 0)
    await tx
      .updateTable('floodDecisions')
      .set({ cases, endedAt: cases === 0 ? now : null })
      .where('id', '=', id)
      .execute()
    return cases
  })
}

function saying(words: string) {
  const pattern = `%${JSON.stringify(words)
    .slice(1, -1)
    .replace(/[\\%_]/g, '\\$&')}%`
  return sql`exists (
    select from receipts join sealed on sealed.entry_id = receipts.entry_id
    where receipts.matter_id = moderation_cases.matter_id and sealed.content ilike ${pattern}
  )`
}

const SET = 1_000
const SETS_A_RUN = 20

/** Carries decisions out, a thousand cases a transaction, so that nobody waits for a hundred thousand. */
export async function carryOutFloods({ db, clock }: Pick<JobHouse, 'db' | 'clock'>): Promise<void> {
  for (let set = 0; set < SETS_A_RUN; set += 1) {
    const isMore = await inTransaction(db, (tx) => carryOutSet(tx, clock.now()))
    if (!isMore) return
  }
}

type Standing = NonNullable<Awaited<ReturnType<typeof nextDecision>>>

async function carryOutSet(tx: Tx, now: Date): Promise<boolean> {
  const decision = await nextDecision(tx)
  if (!decision) return false
  const decided = await closeCases(tx, decision)
  if (decided === null) {
    await tx.updateTable('floodDecisions').set({ endedAt: now }).where('id', '=', decision.id).execute()
    return true
  }
  const visibility = decision.outcome === 'removed' ? 'removed' : 'public'
  await showMatters(
    tx,
    decided.map(({ matterId }) => matterId),
    visibility,
  )
  await tellAll(tx, decision, decided)
  return true
}

function nextDecision(tx: Tx) {
  return tx
    .selectFrom('floodDecisions')
    .select(['id', 'bodyId', 'outcome', 'reason', 'explanation', 'language', 'decidedBy', 'decidedAt'])
    .where('endedAt', 'is', null)
    .orderBy('decidedAt')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

interface Decided {
  caseId: string
  matterId: string
  number: number
}

/** Null when none is left. */
async function closeCases(tx: Tx, decision: Standing): Promise<Decided[] | null> {
  const { id, outcome, reason, explanation, decidedBy, decidedAt } = decision
  const taken = await sql<{ caseId: string }>`
    delete from flood_decision_cases
    where decision_id = ${id}
      and case_id in (select case_id from flood_decision_cases where decision_id = ${id} limit ${sql.lit(SET)})
    returning case_id`.execute(tx)
  if (taken.rows.length === 0) return null
  const eraseOn = outcome === 'removed' ? isoDate(addDays(decidedAt, APPEAL_OPEN_DAYS)) : null
  const { rows } = await sql<Decided>`
    update moderation_cases set
      decided_at = ${decidedAt}, outcome = ${outcome}, outcome_reason = ${reason}, explanation = ${explanation},
      decided_by = ${decidedBy}, erase_on = ${eraseOn}
    from matters
    where moderation_cases.id = any(${taken.rows.map(({ caseId }) => caseId)}::uuid[])
      and moderation_cases.decided_at is null and matters.id = moderation_cases.matter_id
    returning moderation_cases.id as case_id, matters.id as matter_id, matters.number`.execute(tx)
  return rows
}

/** An entry each, as for one alone; a letter is owed where somebody can be written to. */
async function tellAll(tx: Tx, decision: Standing, decided: readonly Decided[]): Promise<void> {
  if (decided.length === 0) return
  const { outcome, reason, explanation, language, bodyId, decidedAt } = decision
  const publicWords = { reason: explanation, rule: reason ?? undefined, language }
  const entries = await appendEntries(
    tx,
    decided.map(({ matterId, number }) => ({
      kind: `moderation.${outcome}`,
      at: decidedAt,
      matter: { id: matterId, number },
      bodyId,
      publicWords,
    })),
  )
  const owed = decided.map(({ caseId, matterId }, at) => ({
    caseId,
    matterId,
    entryId: entries[at]?.id ?? '',
  }))
  await sql`
    insert into moderation_letters (entry_id, case_id)
    select owed.entry_id, owed.case_id
    from json_to_recordset(${JSON.stringify(owed.map(({ caseId, matterId, entryId }) => ({ case_id: caseId, matter_id: matterId, entry_id: entryId })))}::json)
      as owed (case_id uuid, matter_id uuid, entry_id uuid)
    where exists (select from matter_addressees where matter_addressees.matter_id = owed.matter_id)`.execute(
    tx,
  )
}
