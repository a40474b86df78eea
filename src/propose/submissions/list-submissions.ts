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
  /** Smaller ones are for tests. */
  bounds?: Bounds
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

/** Where a search turns from one way of looking to the next. */
interface Bounds {
  /** So many of the newest are looked through for words before their index is asked. */
  newest: number
  /** What at most so many have is rare: all of them are read and sorted. */
  rare: number
  /** Where PostgreSQL guesses more, they need not be counted; it guesses a word well, and a phrase far too low. */
  surelyFrequent: number
  /** Beyond so many of the newest all that fit are sorted, however many. */
  furthest: number
}

const BOUNDS: Bounds = { newest: 3_000, rare: 4_000, surelyFrequent: 20_000, furthest: 60_000 }

/**
 * A word that many used fills the page from the newest few; its index would bring tens of thousands, to be read and sorted for
 * twenty. A rare one is found by the index. What is frequent, and not of late, is looked for further back.
 */
async function search(db: Db, query: ListQuery & { q: string }, wish: PageWish): Promise<Listed[]> {
  const { newest, rare, surelyFrequent, furthest } = wish.bounds ?? BOUNDS
  const among = (some?: number) => askedSubmissions(db, query, { ...wish, newest: some }).execute()
  if (numberIn(query.q)) return among()
  const late = await among(newest)
  if (late.length > wish.most) return late
  const ids = (await guessed(db, query.q)) > surelyFrequent ? null : await rareOnes(db, query.q, rare)
  if (ids) return askedSubmissions(db, query, { ...wish, ids }).execute()
  // From the newest again: what came or went since would stand twice, or not at all, between two parts.
  const found = await among(furthest)
  return found.length > wish.most ? found : among()
}

/** How many PostgreSQL expects to have the words, by the statistics it keeps. */
async function guessed(db: Db, q: string): Promise<number> {
  const { rows } = await sql<{ plan: [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select from submissions where ${hasWords(q)}`.execute(db)
  const [plan] = Object.values(rows[0] ?? {})
  return plan?.[0].Plan['Plan Rows'] ?? 0
}

/** All that have the words, in no order; null where they are too many to be read for one page. */
async function rareOnes(db: Db, q: string, most: number): Promise<string[] | null> {
  const { rows } = await sql<{ id: string }>`
    select id from submissions where ${hasWords(q)} limit ${most + 1}`.execute(db)
  return rows.length > most ? null : rows.map(({ id }) => id)
}
