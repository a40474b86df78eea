import { holdsRole, type Viewer } from '#core/access/viewer.ts'
import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { ENDINGS, MEDIA_TYPES } from './media-type-of.ts'
import { m } from './messages.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One file, always as a download that no browser runs or guesses about. */
export async function sendAttachment(x: Exchange): Promise<Answer> {
  const found = await findAttachment(x, x.params.id ?? '')
  if (!found || !mayRead(x.viewer, found)) return problem(404, 'attachment.unknown', x.t(m.none))
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
    cache: isForAll(found) ? 'public' : 'never',
  }
}

function findAttachment({ db }: Exchange, id: string) {
  if (!UUID.test(id)) return undefined
  return db
    .selectFrom('attachments')
    .innerJoin('matters', 'matters.id', 'attachments.matterId')
    .innerJoin('units', 'units.id', 'matters.unitId')
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
      'matters.parentId',
      'custody.bodyId',
      'place.lineage',
    ])
    .where('attachments.id', '=', id)
    .executeTakeFirst()
}

interface Placed {
  visibility: string
  parentId: string | null
  bodyId: string | null
  lineage: string[] | null
}

/** Files of an answer to a call (the picture of a slip, with a hand and a name on it) are for those who read it, never for all. */
const isForAll = ({ visibility, parentId }: Placed) => visibility === 'public' && parentId === null

/** Else those who must look at them: clerks and moderators of the body that has the matter. */
function mayRead(viewer: Viewer, found: Placed): boolean {
  const { visibility, parentId, bodyId, lineage } = found
  if (isForAll(found)) return true
  if ((visibility !== 'held' && parentId === null) || visibility === 'removed' || !lineage) return false
  return ['clerk', 'moderator'].some((role) => holdsRole(viewer, role, { lineage, bodyId }))
}
