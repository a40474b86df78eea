import type { Db, Tx } from '#core/db/connect.ts'
import { type Call, callToRead } from '../calls/index.ts'

/** A call as it was written, and then in each language that it was translated into. */
export async function inEveryLanguage(db: Db | Tx, call: Call): Promise<[Call, ...Call[]]> {
  const { translated } = await callToRead(db, call, call.language)
  const others: Call[] = []
  for (const language of translated.languages) others.push((await callToRead(db, call, language)).call)
  return [call, ...others]
}
