import type { Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { orderedId } from '#core/ids/ids.ts'
import type { Publishes } from './rules.ts'

export const BASES = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
] as const

export const SPECIAL_BASES = [
  'explicit-consent',
  'not-for-profit-body',
  'made-public',
  'substantial-public-interest',
  'research',
] as const

/** What people read, in one language. */
export interface NoticeText {
  title: string
  /** One line, at the form itself. */
  summary: string
  purpose: string
  kept: string
  seen: string
  published: string
  objecting: string
  /** What this version changed; empty in the first. */
  changed?: string
}

/** A version as it is written; it never changes afterwards. */
export interface NewVersion {
  basis: (typeof BASES)[number]
  specialBasis?: (typeof SPECIAL_BASES)[number] | null
  purposes: readonly string[]
  recipients: readonly string[]
  publishes: Publishes
  keptDays: number | null
  /** By language; the original counts. */
  texts: Readonly<Record<string, NoticeText>>
  original: string
}

export interface NewNotice {
  slug: string
  /** The unit that answers for the data. */
  unitId: string
  version: NewVersion
  madeBy: string | null
}

/** Writes a notice with its first version; refused by the database where the slug is taken. */
export async function makeNotice(tx: Tx, notice: NewNotice, at: Date): Promise<{ id: string; version: 1 }> {
  const id = orderedId(at)
  const { slug, unitId, version, madeBy } = notice
  await tx.insertInto('notices').values({ id, slug, unitId, madeAt: at }).execute()
  await storeVersion(tx, version, { noticeId: id, number: 1, madeBy, at })
  return { id, version: 1 }
}

interface Storing {
  noticeId: string
  number: number
  madeBy: string | null
  at: Date
}

/** The rows of one version with its texts. */
export async function storeVersion(
  tx: Tx,
  version: NewVersion,
  { noticeId, number, madeBy, at }: Storing,
): Promise<void> {
  const { basis, specialBasis = null, purposes, recipients, publishes, keptDays, texts, original } = version
  await tx
    .insertInto('noticeVersions')
    .values({
      noticeId,
      version: number,
      fromAt: at,
      basis,
      specialBasis,
      purposes: [...purposes],
      recipients: [...recipients],
      publishes,
      keptDays,
      madeBy,
    })
    .execute()
  const rows = Object.entries(texts).map(([language, { changed = '', ...text }]) => ({
    noticeId,
    version: number,
    language,
    ...text,
    changed,
    isOriginal: language === original,
  }))
  await insertRows(tx, 'noticeTexts', rows)
}
