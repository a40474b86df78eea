import { sql } from 'kysely'
import { holdsRole } from '#core/access/viewer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { isoDate } from '#core/time/days.ts'
import type { Call } from '../call.ts'

export interface Sample {
  id: string
  purpose: string
  askedAt: Date
  outcome: 'granted' | 'refused' | null
  reason: string | null
  expiresOn: string | null
  isMine: boolean
}

export interface SamplesForViewer {
  mayAsk: boolean
  mayDecide: boolean
  shown: readonly Sample[]
  once: string
  today: string
  problem: string | null
}

/** A data officer of the body's unit, or above it, decides about samples. */
export function mayDecideSamples(
  { viewer }: Pick<Exchange, 'viewer'>,
  { body }: Pick<Call, 'body'>,
): boolean {
  return holdsRole(viewer, 'data-officer', { lineage: body.lineage, bodyId: body.id })
}

/** One's own requests; an officer sees everybody's. */
export async function samplesFor(
  x: Exchange,
  call: Call,
  problem: string | null = null,
): Promise<SamplesForViewer> {
  const mayDecide = mayDecideSamples(x, call)
  const personId = x.viewer.person?.id ?? null
  const { rows } =
    personId === null
      ? { rows: [] }
      : await sql<Sample>`
          select
            id, purpose, asked_at as "askedAt", outcome, reason, expires_on as "expiresOn",
            coalesce(asked_by = ${personId}, false) as "isMine"
          from sample_requests
          where call_id = ${call.id} and (${mayDecide} or asked_by = ${personId})
          order by asked_at desc`.execute(x.db)
  return {
    mayAsk: personId !== null,
    mayDecide,
    shown: rows,
    once: unorderedId(),
    today: isoDate(x.now),
    problem,
  }
}
