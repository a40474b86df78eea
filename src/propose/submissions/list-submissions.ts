import type { Db } from '#core/db/connect.ts'
import { timeCursorText } from '#core/http/time-cursor.ts'
import { filteredSubmissions, type Listed } from './asked-submissions.ts'
import type { ListQuery } from './list-input.ts'
import { type SearchWish, searchSubmissions } from './search-submissions.ts'

export interface Page {
  submissions: Listed[]
  /** Opaque; null on the last page. */
  next: string | null
}

/** Public submissions, newest first, as far as they answer the search and the filters. */
export async function listSubmissions(db: Db, query: ListQuery, wish: SearchWish): Promise<Page> {
  const found = query.q
    ? await searchSubmissions(db, { ...query, q: query.q }, wish)
    : await filteredSubmissions(db, query, wish)
  const submissions = found.slice(0, wish.most)
  const last = submissions.at(-1)
  return {
    submissions,
    next: found.length > wish.most && last ? timeCursorText(last.openedAt, last.id) : null,
  }
}
