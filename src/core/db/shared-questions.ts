import type { Db } from './connect.ts'
import { inGroups } from './in-groups.ts'

/**
 * A question whose answer is the same for whoever asks by the same key. Those who come while it is asked share the next time, so
 * that a storm of readers is a question or two, and nobody is told what was true before they came.
 */
export function sharedByKey<Ask, Told>(
  keyOf: (ask: Ask) => string,
  question: (db: Db, ask: Ask) => Promise<Told>,
): (db: Db, ask: Ask) => Promise<Told> {
  return inGroups((db: Db, asks: readonly Ask[]) => {
    const asked = new Map<string, Promise<Told>>()
    return Promise.all(
      asks.map((ask) => {
        const key = keyOf(ask)
        const told = asked.get(key) ?? question(db, ask)
        asked.set(key, told)
        return told
      }),
    )
  })
}
