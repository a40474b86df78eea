import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { newToken, unorderedId } from '#core/ids/ids.ts'
import { addDays, isoDate } from '#core/time/days.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { DRAFT_DAYS } from './draft-cookie.ts'
import { keepFiles } from './draft-files.ts'
import type { DraftForm } from './draft-form.ts'
import { type DraftHandle, UUID } from './draft-of.ts'

export interface ToKeep {
  form: DraftForm
  typed: Readonly<Record<string, unknown>>
  personId: string | null
  /** The key this browser holds already. */
  key: string | null
  /** All of its files: what is not among them is forgotten. */
  files: readonly Attachment[]
  now: Date
}

/** A draft just kept, and the key that opens it. */
export interface KeptDraft {
  id: string
  key: string
}

/**
 * Keeps what was typed and chosen, whatever is still missing, for thirty days: for the holder of the key, and for the person, unless
 * it is to be anonymous; then no row says whose it was, and no name or address is among its words. Answers the key.
 */
export async function keepDraft(db: Db, task: ToKeep): Promise<KeptDraft> {
  const { form, typed, personId, key, files, now } = task
  const isAnonymous = typed.authorship === 'anonymous'
  const owner = isAnonymous ? null : personId
  const kept = key ?? newToken()
  const id = unorderedId()
  const row = {
    id,
    keyHash: sha256(kept),
    personId: owner,
    page: form.page,
    content: JSON.stringify(contentOf(task, isAnonymous)),
    savedAt: isAnonymous ? startOfDay(now) : now,
    expiresOn: isoDate(addDays(now, DRAFT_DAYS)),
  }
  await inTransaction(db, async (tx) => {
    // What this person kept under the same id before it was to be anonymous must not stay beside it.
    const before = typeof typed.draft === 'string' ? typed.draft : null
    await forgetDraft(tx, { id: before, key: kept, personId })
    await tx.insertInto('drafts').values(row).execute()
    await keepFiles(tx, id, files)
  })
  return { id, key: kept }
}

/** Deletes the draft of this key, and the one of this id if it is the person's own. */
export async function forgetDraft(tx: Tx, { id, key, personId }: DraftHandle): Promise<void> {
  if (key) await tx.deleteFrom('drafts').where('keyHash', '=', sha256(key)).execute()
  if (id && personId && UUID.test(id))
    await tx.deleteFrom('drafts').where('id', '=', id).where('personId', '=', personId).execute()
}

/**
 * Forgets the draft that was handed in. An anonymous hand-in takes with it whatever this browser's key opens; any other
 * leaves a draft of something else in peace.
 */
export async function forgetHandedIn(tx: Tx, draft: DraftHandle, isAnonymous: boolean): Promise<void> {
  if (isAnonymous) return forgetDraft(tx, draft)
  await forgetOneDraft(tx, draft)
}

/** Deletes the draft of this id, if it is the person's own or this key opens it. */
export async function forgetOneDraft(tx: Tx, { id, key, personId }: DraftHandle): Promise<void> {
  if (!id || !UUID.test(id)) return
  await forgetDraft(tx, { id, key: null, personId })
  if (key) await tx.deleteFrom('drafts').where('keyHash', '=', sha256(key)).where('id', '=', id).execute()
}

/** Whether `forgetHandedIn` would look for anything at all. */
export function isToForget({ id, key }: DraftHandle, isAnonymous: boolean): boolean {
  return id !== null || (isAnonymous && key !== null)
}

/** Drafts that nobody came back to. */
export async function forgetOldDrafts(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('drafts').where('expiresOn', '<', isoDate(now)).execute()
}

/** Twice what any box takes. */
const LONGEST = 40_000

function contentOf({ form, typed }: ToKeep, isAnonymous: boolean): Record<string, string | string[]> {
  const left = isAnonymous ? ['name', 'email'] : []
  const fields = form.fields.filter((field) => !left.includes(field))
  const kept = fields.flatMap((field): [string, string | string[]][] => {
    const value = typed[field]
    if (Array.isArray(value)) return [[field, value.filter(isText).map(keepable)]]
    return isText(value) ? [[field, keepable(value)]] : []
  })
  return { ...(form.title ? { title: form.title } : {}), ...Object.fromEntries(kept) }
}

const isText = (value: unknown) => typeof value === 'string'

/** The database takes neither the null character nor half a surrogate pair; a person typed neither. */
const keepable = (text: string) => text.toWellFormed().replaceAll('\0', '').slice(0, LONGEST)

function startOfDay(now: Date): Date {
  return new Date(`${isoDate(now)}T00:00:00Z`)
}
