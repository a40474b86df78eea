import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import type { FieldProblem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { type Attachment, MOST_ATTACHMENTS, makeAttachments } from '#ground/attachments/make-attachments.ts'
import { MEDIA_TYPES } from '#ground/attachments/media-type-of.ts'
import { m as attachmentMessages } from '#ground/attachments/messages.ts'
import { draftHandleOf } from './draft-cookie.ts'
import { type DraftHandle, UUID } from './draft-of.ts'

/** A file that is kept with a draft, as its writer sees it. */
export interface HeldFile {
  place: number
  mediaType: string
  size: number
}

/** The files kept with the draft this browser or this person may open, in the order they were chosen. */
export function heldFiles(db: Db, handle: DraftHandle): Promise<HeldFile[]> {
  return filesOf(db, handle)
    .select(['place', 'mediaType', sql<number>`octet_length(bytes)`.as('size')])
    .execute()
}

export interface Gathered {
  attachments: Attachment[]
  problems: FieldProblem[]
}

/** What was kept before and not left out, and what was chosen now, made anew. A file that cannot be taken costs no other. */
export async function gatherFiles(x: Exchange): Promise<Gathered> {
  const [held, made] = await Promise.all([keptBefore(x), makeAttachments(x.files, x.t)])
  const problems = made.ok ? [] : made.problems
  const attachments = [...held, ...made.attachments]
  if (attachments.length <= MOST_ATTACHMENTS) return { attachments, problems }
  const tooMany = x.t(attachmentMessages.tooMany, { most: MOST_ATTACHMENTS })
  return {
    attachments: attachments.slice(0, MOST_ATTACHMENTS),
    problems: [...problems, { field: 'files', message: tooMany }],
  }
}

async function keptBefore(x: Exchange): Promise<Attachment[]> {
  if (x.wants === 'json') return []
  const leftOut = [x.form.leave_out].flat().map(Number)
  const rows = await filesOf(x.db, draftHandleOf(x))
    .select(['place', 'mediaType', 'bytes', 'sha256'])
    .execute()
  return rows
    .filter(({ place }) => !leftOut.includes(place))
    .flatMap(({ bytes, sha256, ...row }) => {
      const mediaType = MEDIA_TYPES.find((type) => type === row.mediaType)
      return mediaType ? [{ mediaType, bytes, sha256 }] : []
    })
}

/** Keeps files with a draft, in the transaction that keeps its words. */
export async function keepFiles(tx: Tx, draftId: string, files: readonly Attachment[]): Promise<void> {
  if (files.length === 0) return
  const rows = files.map((file, at) => ({ draftId, place: at + 1, ...file }))
  await tx.insertInto('draftFiles').values(rows).execute()
}

function filesOf(db: Db, { id, key, personId }: DraftHandle) {
  const draftId = id !== null && UUID.test(id) ? id : null
  return db
    .selectFrom('draftFiles')
    .innerJoin('drafts', 'drafts.id', 'draftFiles.draftId')
    .where('drafts.id', '=', draftId)
    .where((or) =>
      or.or([
        or('drafts.keyHash', '=', key === null ? null : sha256(key)),
        or('drafts.personId', '=', personId),
      ]),
    )
    .orderBy('place')
}
