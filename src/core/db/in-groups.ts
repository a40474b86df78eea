import type { Db } from './connect.ts'
import { codeOf } from './transaction.ts'

/** Answers for each ask, in their order. Thrown, nothing of the set was done. */
export type WorkOnSet<Ask, Told> = (db: Db, asks: readonly Ask[]) => Promise<readonly Told[]>

interface Waiting<Ask, Told> {
  ask: Ask
  resolve(told: Told): void
  reject(error: unknown): void
}

/** More than these in one set would only make the first of them wait. */
const MOST = 64

/**
 * Work asked for one by one and done in sets, as databases write their logs: an ask that finds nothing under way is done at once,
 * alone; those that come meanwhile wait for its end and are one set. A quiet house waits for nothing, a busy one asks the
 * database a tenth as often. Where the database refuses a set each of it is tried alone, so that one's fault is no other's; where
 * nobody knows whether it was done (a lost connection) all are told so, and nothing is tried again.
 */
export function inGroups<Ask, Told>(work: WorkOnSet<Ask, Told>): (db: Db, ask: Ask) => Promise<Told> {
  const groups = new WeakMap<Db, Waiting<Ask, Told>[]>()
  return (db, ask) =>
    new Promise<Told>((resolve, reject) => {
      const mine = { ask, resolve, reject }
      const waiting = groups.get(db)
      if (waiting) return void waiting.push(mine)
      const queue = [mine]
      groups.set(db, queue)
      void workOff()
      async function workOff() {
        while (queue.length > 0) await workOn(db, queue.splice(0, MOST), work)
        groups.delete(db)
      }
    })
}

async function workOn<Ask, Told>(
  db: Db,
  set: readonly Waiting<Ask, Told>[],
  work: WorkOnSet<Ask, Told>,
): Promise<void> {
  const asks = set.map(({ ask }) => ask)
  try {
    const told = await work(db, asks)
    for (const [at, one] of told.entries()) set[at]?.resolve(one)
    // Unless it was answered already.
    for (const { reject } of set) reject(new Error('A set was answered with fewer than it asked.'))
  } catch (error) {
    if (set.length > 1 && isRefusal(error)) for (const one of set) await workOn(db, [one], work)
    else for (const { reject } of set) reject(error)
  }
}

/** Classes of SQLSTATE by which the database says that it undid the statement: data, constraints, rolled back, syntax. */
const REFUSALS = /^(22|23|40|42|P0)/

const isRefusal = (error: unknown) => REFUSALS.test(codeOf(error) ?? '')
