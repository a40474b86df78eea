import type { Submission } from './find-submission.ts'

/**
 * When something an author did took place. For an anonymous one the hour, as at the hand-in, unless what came before it in
 * the story was later: a step never stands before the one it follows.
 */
export function authorTime(
  { authorship }: Pick<Submission, 'authorship'>,
  { now, after }: { now: Date; after: (Date | null | undefined)[] },
): { at: Date; isUnordered: boolean } {
  if (authorship !== 'anonymous') return { at: now, isUnordered: false }
  const hour = new Date(now)
  hour.setUTCMinutes(0, 0, 0)
  const latest = Math.max(hour.getTime(), ...after.map((date) => date?.getTime() ?? 0))
  return { at: new Date(latest), isUnordered: true }
}
