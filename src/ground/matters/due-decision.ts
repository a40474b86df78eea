import type { Tx } from '#core/db/connect.ts'
import type { Decided } from './rules.ts'

/** A decision that is about to be announced, with all its letters and its entry speak of. */
export interface DueDecision {
  custodyId: string
  outcome: Decided
  reason: string | null
  language: string
  untilOn: string | null
  matter: { id: string; number: number; kind: string; title: string | null; language: string }
  body: { id: string; slug: string; name: string }
  to: { id: string; slug: string; name: string } | null
  into: { id: string; number: number; title: string | null } | null
  decidedBy: string
  clerkAddress: string | null
  clerkLanguage: string
}

/** Locks the pending row: a clerk who takes it back in this very moment either was quicker, or finds nothing. */
export async function findDueDecision(tx: Tx, id: string): Promise<DueDecision | null> {
  const row = await pendingRow(tx, id).executeTakeFirst()
  if (!row) return null
  const { outcome, toId, toSlug, toName, intoId, intoNumber } = row
  return {
    ...row,
    // The database holds it to these outcomes (pending_outcome).
    outcome: outcome as Decided,
    matter: {
      id: row.matterId,
      number: row.number,
      kind: row.kind,
      title: shownTitle(row.title, row.visibility),
      language: row.matterLanguage,
    },
    body: { id: row.bodyId, slug: row.slug, name: row.name },
    to: toId && toSlug && toName ? { id: toId, slug: toSlug, name: toName } : null,
    into:
      intoId && intoNumber
        ? { id: intoId, number: intoNumber, title: shownTitle(row.intoTitle, row.intoVisibility) }
        : null,
  }
}

/** A held title is not spread by letters. */
function shownTitle(title: string | null, visibility: string | null): string | null {
  return visibility === 'public' ? title : null
}

function pendingRow(tx: Tx, id: string) {
  return tx
    .selectFrom('pendingDecisions as pending')
    .innerJoin('custody', 'custody.id', 'pending.custodyId')
    .innerJoin('matters', 'matters.id', 'custody.matterId')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .innerJoin('people', 'people.id', 'pending.decidedBy')
    .leftJoin('bodies as receiver', 'receiver.id', 'pending.passTo')
    .leftJoin('matters as target', 'target.id', 'pending.mergeInto')
    .select([
      'pending.custodyId',
      'pending.outcome',
      'pending.reason',
      'pending.language',
      'pending.untilOn',
      'matters.id as matterId',
      'matters.number',
      'matters.kind',
      'matters.title',
      'matters.visibility',
      'matters.language as matterLanguage',
      'bodies.id as bodyId',
      'bodies.slug',
      'bodies.name',
      'receiver.id as toId',
      'receiver.slug as toSlug',
      'receiver.name as toName',
      'target.id as intoId',
      'target.number as intoNumber',
      'target.title as intoTitle',
      'target.visibility as intoVisibility',
      'people.name as decidedBy',
      'people.email as clerkAddress',
      'people.language as clerkLanguage',
    ])
    .where('pending.id', '=', id)
    .forUpdate('pending')
    .skipLocked()
}

export async function isOpenMatter(tx: Tx, id: string): Promise<boolean> {
  const open = await tx
    .selectFrom('matters')
    .select('id')
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return open !== undefined
}
