import type { Db, Tx } from '#core/db/connect.ts'
import { orderedId } from '#core/ids/ids.ts'

/** A call as far as it was typed: only the clerks of its body see it. */
export interface CallDraft {
  id: string
  bodyId: string
  content: Readonly<Record<string, unknown>>
  savedAt: Date
}

interface Drafting {
  bodyId: string
  content: Readonly<Record<string, unknown>>
  by: string
  now: Date
}

/** Keeps a call that is being written; answers its id. */
export async function draftCall(db: Db | Tx, { bodyId, content, by, now }: Drafting): Promise<string> {
  const id = orderedId(now)
  await db
    .insertInto('callDrafts')
    .values({ id, bodyId, content: JSON.stringify(content), madeBy: by, savedAt: now })
    .execute()
  return id
}
