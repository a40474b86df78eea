import { holdsRole } from '#core/access/viewer.ts'
import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { kindNamed } from '#ground/matters/kinds.ts'
import { ENDINGS, MEDIA_TYPES } from './media-type-of.ts'
import { m } from './messages.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One file, always as a download that no browser runs or guesses about. */
export async function sendAttachment(x: Exchange): Promise<Answer> {
  const found = await findAttachment(x, x.params.id ?? '')
  const readers = found ? await readersOf(x, found) : 'nobody'
  if (!found || readers === 'nobody') return problem(404, 'attachment.unknown', x.t(m.none))
  const type = MEDIA_TYPES.find((one) => one === found.mediaType) ?? 'application/pdf'
  return {
    kind: 'bytes',
    status: 200,
    type,
    bytes: found.bytes,
    headers: {
      'content-disposition': `attachment; filename="${found.number}-${found.place}.${ENDINGS[type]}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
    cache: readers === 'anyone' ? 'public' : 'never',
  }
}

function findAttachment({ db }: Exchange, id: string) {
  if (!UUID.test(id)) return undefined
  return db
    .selectFrom('attachments')
    .innerJoin('matters', 'matters.id', 'attachments.matterId')
    .leftJoin('custody', (join) =>
      join
        .on('custody.matterId', '=', (eb) => eb.fn.coalesce('matters.parentId', 'matters.id'))
        .on('custody.decidedAt', 'is', null),
    )
    .leftJoin('bodies', 'bodies.id', 'custody.bodyId')
    .leftJoin('units as place', 'place.id', 'bodies.unitId')
    .select([
      'attachments.place',
      'attachments.mediaType',
      'attachments.bytes',
      'matters.number',
      'matters.visibility',
      'matters.kind',
      'matters.parentId',
      'attachments.matterId',
      'custody.bodyId',
      'place.lineage',
    ])
    .where('attachments.id', '=', id)
    .executeTakeFirst()
}

interface Placed {
  matterId: string
  kind: string
  visibility: string
  parentId: string | null
  bodyId: string | null
  lineage: string[] | null
}

/**
 * All, once the matter is public; what waits, or rides in another matter, those who must look at it. A kind may say it itself:
 * of answers to calls their notice does.
 */
async function readersOf({ db, viewer }: Exchange, found: Placed): Promise<'anyone' | 'viewer' | 'nobody'> {
  const { matterId, kind, visibility, parentId, bodyId, lineage } = found
  if (visibility === 'removed') return 'nobody'
  const ofItsKind = kindNamed(kind)?.filesFor
  if (ofItsKind) return ofItsKind(db, viewer, matterId)
  if (visibility === 'public' && parentId === null) return 'anyone'
  if ((visibility !== 'held' && parentId === null) || !lineage) return 'nobody'
  return ['clerk', 'moderator'].some((role) => holdsRole(viewer, role, { lineage, bodyId }))
    ? 'viewer'
    : 'nobody'
}
