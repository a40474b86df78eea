import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { type DoneOnce, doOnce, type Once } from '#core/db/once.ts'
import { brokenConstraint, inTransaction } from '#core/db/transaction.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { addUnits } from './add-units.ts'
import { findUnit, type UnitInTree } from './queries.ts'

/** What can be said of a unit anew; its slug stays, for addresses outlive names. */
export interface UnitDetails {
  name: string
  kind: string
  code: string | null
  controlsOwnData: boolean
  /** Slug of the unit directly above; null for the root. */
  below: string | null
}

export type TreeRefusal = 'slug-taken' | 'code-taken' | 'no-such-parent' | 'below-itself'

export type TreeOutcome =
  | { ok: true; slug: string; change: 'opened' | 'changed' | 'nothing' }
  | { ok: false; why: TreeRefusal }

export interface TreeChange {
  slug: string
  details: UnitDetails
  /** Name of who does it; absent for an import. */
  by?: string
}

/** Opens a unit below another, with its entry. */
export function openUnit(
  db: Db,
  { change, once }: { change: TreeChange; once: Once },
): Promise<DoneOnce<TreeOutcome>> {
  return holdingTree(db, once, async (tx) => {
    const { slug, details, by } = change
    const { below, ...unit } = details
    const parent = below === null ? null : await findUnit(tx, below)
    if (!parent) return { ok: false, why: 'no-such-parent' }
    await addUnits(tx, [{ ...unit, slug, code: unit.code ?? undefined, parent }], once.now)
    const publicWords = { slug, ...wordsOf(details), by }
    await appendEntry(tx, { kind: 'unit.opened', at: once.now, publicWords })
    return { ok: true, slug, change: 'opened' }
  })
}

/** Renames or moves a unit, with its entry. */
export function changeUnit(
  db: Db,
  { change, once }: { change: TreeChange; once: Once },
): Promise<DoneOnce<TreeOutcome>> {
  return holdingTree(db, once, (tx) => changeInTree(tx, change, once.now))
}

/** The change itself, inside a transaction that holds the tree. */
export async function changeInTree(tx: Tx, change: TreeChange, now: Date): Promise<TreeOutcome> {
  const { slug, details, by } = change
  const unit = await findUnit(tx, slug)
  if (!unit) return { ok: false, why: 'no-such-parent' }
  const before = await detailsOf(tx, unit)
  if (isSame(before, details)) return { ok: true, slug, change: 'nothing' }
  if (details.below !== before.below) {
    const moved = await move(tx, unit, details.below)
    if (moved !== 'moved') return { ok: false, why: moved }
  }
  const { name, kind, code, controlsOwnData } = details
  await tx.updateTable('units').set({ name, kind, code, controlsOwnData }).where('id', '=', unit.id).execute()
  const publicWords = { slug, ...wordsOf(details), before: wordsOf(before), by }
  await appendEntry(tx, { kind: 'unit.changed', at: now, publicWords })
  return { ok: true, slug, change: 'changed' }
}

/** Hangs a unit, with all that stands below it, under another one. */
async function move(tx: Tx, unit: UnitInTree, below: string | null): Promise<'moved' | TreeRefusal> {
  const parent = below === null ? null : await findUnit(tx, below)
  if (!parent) return 'no-such-parent'
  if (parent.lineage.includes(unit.id)) return 'below-itself'
  await tx.updateTable('units').set({ parentId: parent.id }).where('id', '=', unit.id).execute()
  await sql`
    update units
    set lineage = ${parent.lineage}::uuid[] || lineage[array_position(lineage, ${unit.id}::uuid):]
    where lineage @> array[${unit.id}::uuid]`.execute(tx)
  return 'moved'
}

async function detailsOf(tx: Tx, unit: UnitInTree): Promise<UnitDetails> {
  const { name, kind, code, controlsOwnData, parentId } = unit
  const parent =
    parentId === null
      ? undefined
      : await tx.selectFrom('units').select('slug').where('id', '=', parentId).executeTakeFirst()
  return { name, kind, code, controlsOwnData, below: parent?.slug ?? null }
}

function wordsOf({ name, kind, code, below, controlsOwnData }: UnitDetails) {
  return { name, kind, code: code ?? undefined, below: below ?? undefined, own: controlsOwnData }
}

function isSame(one: UnitDetails, other: UnitDetails): boolean {
  return JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other))
}

/**
 * One change of the tree at a time: a unit moved while another is opened below it would leave a lineage that is not true.
 * Readers are not held up.
 */
export async function holdTree(tx: Tx): Promise<void> {
  await sql`lock table units in share row exclusive mode`.execute(tx)
}

async function holdingTree(
  db: Db,
  once: Once,
  work: (tx: Tx) => Promise<TreeOutcome>,
): Promise<DoneOnce<TreeOutcome>> {
  try {
    return await inTransaction(db, (tx) =>
      doOnce(tx, once, async () => {
        await holdTree(tx)
        return work(tx)
      }),
    )
  } catch (error) {
    const why = TAKEN[brokenConstraint(error) ?? '']
    if (why) return { ok: true, result: { ok: false, why }, isRepeat: false }
    throw error
  }
}

const TAKEN: Readonly<Record<string, TreeRefusal>> = {
  unit_slug_is_free: 'slug-taken',
  unit_code_is_free: 'code-taken',
}
