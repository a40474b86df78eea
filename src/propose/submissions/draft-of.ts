import type { Db } from '#core/db/connect.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { isoDate } from '#core/time/days.ts'
import { draftKeyOf } from './draft-cookie.ts'

/** Words that were kept before they were handed in. */
export interface Draft {
  id: string
  content: Readonly<Record<string, unknown>>
  savedAt: Date
}

export interface DraftHandle {
  id: string | null
  key: string | null
  personId: string | null
}

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The draft to go on with: the one asked for, if it is one's own, or the one whose key this browser holds. */
export async function draftFor(x: Exchange): Promise<Draft | null> {
  const { draft: asked } = x.query
  const personId = x.viewer.person?.id
  if (typeof asked === 'string') return personId && UUID.test(asked) ? ownDraft(x.db, asked, personId) : null
  const key = draftKeyOf(x)
  return key && Object.keys(x.query).length === 0 ? draftOfKey(x, key) : null
}

/** Drafts of a person, the newest first. */
export async function draftsOf(db: Db, personId: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('submissionDrafts')
    .select(['id', 'content', 'savedAt'])
    .where('personId', '=', personId)
    .orderBy('savedAt', 'desc')
    .execute()
  return rows.map(read)
}

async function ownDraft(db: Db, id: string, personId: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('submissionDrafts')
    .select(['id', 'content', 'savedAt'])
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row ? read(row) : null
}

/** The key is enough without a session (that is what it is for), but not for somebody else who is signed in. */
async function draftOfKey(x: Exchange, key: string): Promise<Draft | null> {
  const row = await x.db
    .selectFrom('submissionDrafts')
    .select(['id', 'content', 'savedAt', 'personId'])
    .where('keyHash', '=', sha256(key))
    .where('expiresOn', '>=', isoDate(x.now))
    .executeTakeFirst()
  const viewerId = x.viewer.person?.id
  if (!row || (row.personId !== null && viewerId !== undefined && row.personId !== viewerId)) return null
  return read(row)
}

function read({ id, content, savedAt }: { id: string; content: unknown; savedAt: Date }): Draft {
  const isFields = typeof content === 'object' && content !== null && !Array.isArray(content)
  return { id, savedAt, content: isFields ? { ...content } : {} }
}
