import type { Db } from '#core/db/connect.ts'

/** What stands behind `/place/` in the newest letter to somebody. */
export async function tokenIn(db: Db, place: string, to: string): Promise<string> {
  const letters = await db
    .selectFrom('lettersOut')
    .select('text')
    .where('toAddress', '=', to)
    .orderBy('madeAt', 'desc')
    .execute()
  const pattern = new RegExp(`/${place}/([A-Za-z0-9_.-]{20,})`)
  for (const { text } of letters) {
    const token = pattern.exec(text)?.[1]
    if (token) return token
  }
  return 'none'
}
