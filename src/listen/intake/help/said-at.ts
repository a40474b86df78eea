import { addDays, isoDate } from '#core/time/days.ts'

interface Times {
  opensAt: Date
  closesAt: Date
}

export type SaidAt = { ok: true; saidAt: Date | undefined } | { ok: false; why: 'say-when' | 'not-then' }

/**
 * When an answer was written or said, for the one door. While the call is open nothing need be said; after the closing the
 * day must be, and must lie within the call: the last instant of that day, or of the call, counts. Pure.
 */
export function saidAtOf(saidOn: string | null, { opensAt, closesAt }: Times, now: Date): SaidAt {
  if (now < closesAt && (saidOn === null || saidOn <= isoDate(now))) {
    if (saidOn === null || saidOn >= isoDate(opensAt)) return { ok: true, saidAt: undefined }
  }
  if (saidOn === null) return { ok: false, why: 'say-when' }
  const begins = new Date(`${saidOn}T00:00:00Z`)
  const ends = addDays(begins, 1).getTime() - 1
  const saidAt = Math.min(ends, closesAt.getTime() - 1, now.getTime())
  const isThen = begins.getTime() <= saidAt && saidAt >= opensAt.getTime()
  return isThen ? { ok: true, saidAt: new Date(saidAt) } : { ok: false, why: 'not-then' }
}
