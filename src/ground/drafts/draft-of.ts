import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { TimeCursor } from '#core/http/time-cursor.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { isoDate } from '#core/time/days.ts'
import { draftKeyOf } from './draft-cookie.ts'
import type { DraftForm } from './draft-form.ts'

/** Words that were kept before they were handed in. */
export interface Draft {
  id: string
  /** Where one goes on with it. */
  page: string
  content: Readonly<Record<string, unknown>>
  savedAt: Date
  /** The last day it is kept. */
  expiresOn: string
}

export interface DraftHandle {
  id: string | null
  key: string | null
  personId: string | null
}

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The draft of this form to go on with: the one asked for, if it is one's own, or the one whose key this browser holds. */
export async function draftFor(x: Exchange, { page }: Pick<DraftForm, 'page'>): Promise<Draft | null> {
  const draft = await openDraft(x)
  return draft?.page === page ? draft : null
}

async function openDraft(x: Exchange): Promise<Draft | null> {
  const { draft: asked } = x.query
  const personId = x.viewer.person?.id
  if (typeof asked === 'string') return personId && UUID.test(asked) ? ownDraft(x.db, asked, personId) : null
  const key = draftKeyOf(x)
  return key && Object.keys(x.query).length === 0 ? draftOfKey(x, key) : null
}

/** Drafts of a person, the newest first: all of them, or so many after another one. */
export async function draftsOf(
  db: Db,
  personId: string,
  page: { after: TimeCursor | null; most: number } | null = null,
): Promise<Draft[]> {
  let rows = drafts(db).where('personId', '=', personId).orderBy('savedAt', 'desc').orderBy('id', 'desc')
  if (page) rows = rows.limit(page.most)
  if (page?.after) rows = rows.where(older(page.after))
  return (await rows.execute()).map(read)
}

const older = ({ at, id }: TimeCursor) => sql<boolean>`(saved_at, id) < (${at}::timestamptz, ${id}::uuid)`

async function ownDraft(db: Db, id: string, personId: string): Promise<Draft | null> {
  const row = await drafts(db).where('id', '=', id).where('personId', '=', personId).executeTakeFirst()
  return row ? read(row) : null
}

/** What was typed as its title, or what the form it belongs to is called. */
export function titleOf({ content: { title } }: Pick<Draft, 'content'>): string | null {
  return typeof title === 'string' && title.trim() !== '' ? title : null
}

/** The key is enough without a session (that is what it is for), but not for somebody else who is signed in. */
async function draftOfKey(x: Exchange, key: string): Promise<Draft | null> {
  const row = await drafts(x.db)
    .select('personId')
    .where('keyHash', '=', sha256(key))
    .where('expiresOn', '>=', isoDate(x.now))
    .executeTakeFirst()
  const viewerId = x.viewer.person?.id
  if (!row || (row.personId !== null && viewerId !== undefined && row.personId !== viewerId)) return null
  return read(row)
}

const drafts = (db: Db) => db.selectFrom('drafts').select(['id', 'page', 'content', 'savedAt', 'expiresOn'])

type Row = Omit<Draft, 'content'> & { content: unknown }

function read({ id, page, content, savedAt, expiresOn }: Row): Draft {
  const isFields = typeof content === 'object' && content !== null && !Array.isArray(content)
  return { id, page, savedAt, expiresOn, content: isFields ? { ...content } : {} }
}
