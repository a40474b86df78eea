import type { Db, Tx } from '#core/db/connect.ts'
import { type Original, originalOf } from './originals.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** A translation with what it translates, as those who work at it need it. */
export interface Translation {
  id: string
  language: string
  original: Original
  offeredAt: Date | null
  offeredBy: string | null
  reviewedAt: Date | null
  returnedNote: string
  shownAt: Date | null
  shownAs: string | null
}

/** A paragraph beside what was written for it so far. */
export interface Worked extends Segment {
  written: string
  isMachine: boolean
  savedBy: string | null
  savedAt: Date | null
  /** The original was another when this was written. */
  isOld: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Null for one that is not there, or whose original nobody may read any more. */
export async function findTranslation(db: Db | Tx, id: string | undefined): Promise<Translation | null> {
  if (id === undefined || !UUID.test(id)) return null
  const row = await db
    .selectFrom('translations')
    .select([
      'id',
      'language',
      'textId',
      'entryId',
      'offeredAt',
      'offeredBy',
      'reviewedAt',
      'returnedNote',
      'shownAt',
      'shownAs',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { textId, entryId, ...translation } = row
  const original = await originalOf(db, { textId, entryId })
  return original && { ...translation, original }
}

/** It waits for another person to read it. */
export function isOffered({ offeredAt, reviewedAt }: Pick<Translation, 'offeredAt' | 'reviewedAt'>): boolean {
  return offeredAt !== null && (reviewedAt === null || reviewedAt < offeredAt)
}

/** Every paragraph of the original, each with what is written for it. */
export async function workOf(db: Db | Tx, { id, original }: Translation): Promise<Worked[]> {
  const saved = await db
    .selectFrom('translationSegments')
    .select(['part', 'place', 'originalHash', 'words', 'isMachine', 'savedBy', 'savedAt'])
    .where('translationId', '=', id)
    .execute()
  return segmentsOf(original.parts).map((segment) => {
    const found = saved.find(({ part, place }) => part === segment.part && place === segment.place)
    return {
      ...segment,
      written: found?.words ?? '',
      isMachine: found?.isMachine ?? false,
      savedBy: found?.savedBy ?? null,
      savedAt: found?.savedAt ?? null,
      isOld: found !== undefined && !found.originalHash.equals(segment.hash),
    }
  })
}

/** Everybody whose hand is in it. */
export function handsIn(translation: Translation, work: readonly Worked[]): string[] {
  return [translation.offeredBy, ...work.map(({ savedBy }) => savedBy)].filter((id) => id !== null)
}
