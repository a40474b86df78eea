import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { askedSubmissions, hasWords, type Listed, numberIn } from './asked-submissions.ts'
import { cursorText } from './list-cursor.ts'
import type { ListQuery } from './list-input.ts'

export interface Page {
  submissions: Listed[]
  /** Opaque; null on the last page. */
  next: string | null
}

interface PageWish {
  now: Date
  most: number
}

/** Public submissions, newest first, as far as they answer the search and the filters. */
export async function listSubmissions(db: Db, query: ListQuery, wish: PageWish): Promise<Page> {
  const found = query.q
    ? await search(db, { ...query, q: query.q }, wish)
    : await askedSubmissions(db, query, wish).execute()
  const submissions = found.slice(0, wish.most)
  const last = submissions.at(-1)
  return { submissions, next: found.length > wish.most && last ? cursorText(last) : null }
}

/** So many of the newest are looked through for words at a time. */
const WINDOW = 3_000
/** Beyond so many windows all that fit are sorted, however many. */
const MOST_WINDOWS = 12
/** What at most so many have is rare: all of them are read and sorted. */
const RARE = 4_000

/**
 * A word that many used fills the page from the newest few; its index would bring tens of thousands, to be read and sorted for
 * twenty. A rare one is found by the index. What is frequent, and not of late, is looked for further back.
 */
async function search(db: Db, query: ListQuery & { q: string }, wish: PageWish): Promise<Listed[]> {
  if (numberIn(query.q)) return askedSubmissions(db, query, wish).execute()
  const found: Listed[] = []
  for (let window = 0; window < MOST_WINDOWS; window += 1) {
    const newest = { from: window * WINDOW, many: WINDOW }
    found.push(...(await askedSubmissions(db, query, { ...wish, newest }).execute()))
    if (found.length > wish.most) return found
    const ids = window === 0 ? await rareOnes(db, query.q) : null
    if (ids) return askedSubmissions(db, query, { ...wish, ids }).execute()
  }
  return askedSubmissions(db, query, wish).execute()
}

/** All that have the words, in no order; null where they are too many to be read for one page. */
async function rareOnes(db: Db, q: string): Promise<string[] | null> {
  const { rows } = await sql<{
    id: string
  }>`select id from submissions where ${hasWords(q)} limit ${RARE + 1}`.execute(db)
  return rows.length > RARE ? null : rows.map(({ id }) => id)
}
