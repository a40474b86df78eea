import { holdersOf } from '#core/access/policy.ts'
import { holdsRole, type Viewer } from '#core/access/viewer.ts'
import type { Db } from '#core/db/connect.ts'
import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { type Call, findVisibleCall } from '../../calls/index.ts'
import { m } from './messages.ts'

/** Who brings in what others wrote or said; the clerks of the asking body may do all of it too. */
export const helpers = holdersOf('helper', 'call-taker', 'clerk')
export const callTakers = holdersOf('call-taker', 'clerk')

const HELP_ROLES: readonly string[] = ['helper', 'call-taker']
const PHONE_ROLES: readonly string[] = ['call-taker']

export interface Help {
  call: Call
  by: { id: string; name: string }
  /** The unit for which they help; null for a clerk of the asking body. */
  unit: { id: string; name: string } | null
}

export type FoundHelp = ({ ok: true } & Help) | { ok: false; answer: Answer }

/** The call in the address, if whoever asks may bring answers to it in. */
export async function findHelp(
  x: Exchange,
  { number = x.params.number, isByPhone = false }: { number?: string | number; isByPhone?: boolean } = {},
): Promise<FoundHelp> {
  const call = await findVisibleCall(x.db, x.viewer, number)
  if (!call) return { ok: false, answer: problem(404, 'not-found', x.t(m.noSuchCall)) }
  const by = x.viewer.person
  const unit = await unitHelped(x.db, x.viewer, { call, roles: isByPhone ? PHONE_ROLES : HELP_ROLES })
  const isClerk = clerksFor(x.viewer, call)
  if (!by || (!unit && !isClerk))
    return { ok: false, answer: problem(403, 'intake.not-your-call', x.t(m.notYourCall)) }
  return { ok: true, call, by: { id: by.id, name: by.name }, unit }
}

export function clerksFor(viewer: Viewer, { body }: Call): boolean {
  return holdsRole(viewer, 'clerk', { lineage: body.lineage, bodyId: body.id })
}

/** A helper of any unit helps with a call to all; with a unit's call, one of that unit, of one below it, or above with a role down the tree. */
async function unitHelped(db: Db, viewer: Viewer, { call, roles }: { call: Call; roles: readonly string[] }) {
  const ids = viewer.grants.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId)
  const { audienceUnit } = call
  if (ids.length === 0) return null
  const wanted = audienceUnit ? [...ids, audienceUnit.id] : ids
  const units = await db
    .selectFrom('units')
    .select(['id', 'name', 'lineage'])
    .where('id', 'in', wanted)
    .execute()
  const audience = units.find(({ id }) => id === audienceUnit?.id)
  const unit = units.find(({ id, lineage }) => {
    if (!ids.includes(id)) return false
    if (!audience) return true
    const isAbove = roles.some((role) => holdsRole(viewer, role, { lineage: audience.lineage, bodyId: null }))
    return isAbove || lineage.includes(audience.id)
  })
  return unit ? { id: unit.id, name: unit.name } : null
}
