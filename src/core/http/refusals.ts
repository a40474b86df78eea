import type { FastifyRequest } from 'fastify'
import type { Log } from '../log/log.ts'
import type { Answer } from './answer.ts'
import type { Route } from './route.ts'

const EVERY_MS = 60_000
/** A stranger can invent statuses and routes no more than these; a bound all the same. */
const MOST_KINDS = 1_000

const WATCHED = new Set([401, 403, 429])

interface Refusal {
  method: string
  /** As it was declared (`/receipts/:number`): an address may hold what is somebody's own. */
  route: string
  status: number
  /** `access.role`; none where a form only came back. */
  problem: string | null
}

/**
 * What was refused, counted for the operator: forms from other sites, missing roles, unknown keys, links and tokens, too many
 * requests. One line a minute and kind, however many there were; never who, from where, or what was tried.
 */
export class Refusals {
  readonly #log: Log
  readonly #counted = new Map<string, { refusal: Refusal; times: number }>()
  readonly #timer: NodeJS.Timeout

  constructor(log: Log) {
    this.#log = log
    this.#timer = setInterval(() => this.tell(), EVERY_MS).unref()
  }

  /** Counts what an answer refused, if an operator should see it; not a form with a field left out. */
  countIn(
    answer: Answer,
    { request, route }: { request: FastifyRequest; route: Pick<Route, 'triesKeys'> | null },
  ): void {
    const problem = answer.kind === 'problem' ? answer.problem : null
    const status = problem?.status ?? (answer.kind === 'page' ? answer.status : 200)
    const isTry = route?.triesKeys === true && status === 422
    if (!isTry && !WATCHED.has(status)) return
    const { method, routeOptions } = request
    this.#count({ method, route: routeOptions.url ?? 'none', status, problem: problem?.id ?? null })
  }

  #count(refusal: Refusal): void {
    const key = Object.values(refusal).join(' ')
    const known = this.#counted.get(key)
    if (known) known.times += 1
    else if (this.#counted.size < MOST_KINDS) this.#counted.set(key, { refusal, times: 1 })
  }

  tell(): void {
    for (const { refusal, times } of this.#counted.values())
      this.#log.warn({ ...refusal, times }, 'refused within a minute')
    this.#counted.clear()
  }

  close(): void {
    clearInterval(this.#timer)
    this.tell()
  }
}
