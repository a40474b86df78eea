import type { Tx } from '#core/db/connect.ts'
import { announceChange } from '#core/live/announce.ts'
import { strikeFromLetters } from '#core/mail/strike-from-letters.ts'
import { withdrawMatter } from '#ground/matters/withdraw-matter.ts'
import { eraseSealed } from '#ground/record/erase-sealed.ts'
import { eraseRows } from './erase-rows.ts'

export interface WordsErasure {
  matterId: string
  /** Coarse for an anonymous author, as every step of theirs. */
  at: Date
  isUnordered: boolean
}

/**
 * Erases what an author wrote in a matter: title, words, files, letters, and all that the record sealed of theirs, with
 * tombstones. What awaited an answer is withdrawn first, since nobody can answer what is not there. Reasons of bodies stay.
 */
export async function eraseWordsOf(tx: Tx, { matterId, at, isUnordered }: WordsErasure): Promise<void> {
  const matter = await tx
    .selectFrom('matters')
    .select(['id', 'number', 'title', 'language'])
    .where('id', '=', matterId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const custody = await tx
    .selectFrom('custody')
    .innerJoin('bodies', 'bodies.id', 'custody.bodyId')
    .select(['custody.id', 'custody.bodyId', 'bodies.slug as bodySlug'])
    .where('custody.matterId', '=', matterId)
    .where('custody.decidedAt', 'is', null)
    .executeTakeFirst()
  const { language } = matter
  if (custody) await withdrawMatter(tx, { matter, custody, reason: null, language, at, isUnordered })
  if (matter.title !== null) await strikeFromLetters(tx, matter.title)
  await eraseRows(tx, { personId: null, address: null, matters: [matterId] }, at)
  await announceChange(tx, `story:${matter.number}`)
}

/**
 * Takes an author’s name away and leaves the words. What was sealed with the name goes, since no part of it can; the words
 * themselves stay on the page of the submission.
 */
export async function eraseNamesOf(tx: Tx, matterIds: readonly string[], at: Date): Promise<void> {
  for (const matterId of matterIds) {
    const sealed = await tx
      .selectFrom('receipts')
      .innerJoin('sealed', 'sealed.entryId', 'receipts.entryId')
      .select(['sealed.entryId', 'sealed.part', 'sealed.content'])
      .where('receipts.matterId', '=', matterId)
      .execute()
    const named = sealed.filter(({ part, content }) => part === 'private' || isNamed(content))
    const parts = named.map(({ part }) => (part === 'private' ? 'private' : 'public'))
    const entryIds = [...new Set(named.map(({ entryId }) => entryId))]
    await eraseSealed(tx, { entryIds, parts, kind: 'author.name-erased', at })
  }
}

function isNamed(content: string): boolean {
  const words = JSON.parse(content) as Record<string, unknown>
  return words.by !== undefined
}
