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
/** A set that takes longer waits for something (a lock, a slow page): the others no longer wait for it. */
const PATIENCE_MS = 100
const MOST_AT_ONCE = 4

/**
 * Work asked for one by one and done in sets, as databases write their logs: an ask that finds nothing under way is done at once,
 * alone; those that come meanwhile wait for its end and are one set. A quiet house waits for nothing, a busy one asks the
 * database a tenth as often. Where the database refuses a set each of it is tried alone, so that one's fault is no other's; where
 * nobody knows whether it was done (a lost connection) all are told so, and nothing is tried again.
 */
export function inGroups<Ask, Told>(work: WorkOnSet<Ask, Told>): (db: Db, ask: Ask) => Promise<Told> {
  const groups = new WeakMap<Db, Group<Ask, Told>>()
  return (db, ask) => {
    const group = groups.get(db) ?? new Group<Ask, Told>((set) => workOn(db, set, work))
    groups.set(db, group)
    return group.add(ask)
  }
}

class Group<Ask, Told> {
  readonly #waiting: Waiting<Ask, Told>[] = []
  readonly #work: (set: readonly Waiting<Ask, Told>[]) => Promise<void>
  #underWay = 0
  /** Of those under way, sets that nobody waits for any more. */
  #late = 0

  constructor(work: (set: readonly Waiting<Ask, Told>[]) => Promise<void>) {
    this.#work = work
  }

  add(ask: Ask): Promise<Told> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ask, resolve, reject })
      this.#goOn()
    })
  }

  #goOn(): void {
    const isPrompt = this.#underWay === this.#late
    if (isPrompt && this.#waiting.length > 0 && this.#underWay < MOST_AT_ONCE) void this.#workOnNext()
  }

  async #workOnNext(): Promise<void> {
    this.#underWay += 1
    let isLate = false
    const patience = setTimeout(() => {
      isLate = true
      this.#late += 1
      this.#goOn()
    }, PATIENCE_MS)
    await this.#work(this.#waiting.splice(0, MOST))
    clearTimeout(patience)
    this.#underWay -= 1
    if (isLate) this.#late -= 1
    this.#goOn()
  }
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
