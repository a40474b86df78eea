import type { FastifyRequest } from 'fastify'
import type { Log } from '../log/log.ts'
import type { Answer } from './answer.ts'
import type { Route } from './route.ts'

const EVERY_MS = 60_000
/** A stranger can invent statuses and routes no more than these; a bound all the same. */
const MOST_KINDS = 1_000

const WATCHED = new Set([401, 403, 429])

/** `route` as it was declared (`/receipts/:number`): an address may hold what is somebody's own. */
interface Counted {
  words: 'refused within a minute' | 'signed in within a minute'
  /** Of a refusal: the problem is `access.role`, and none where a form only came back. */
  facts: { method: string; route: string; status?: number; problem?: string | null }
}

/**
 * What was refused, counted for the operator: forms from other sites, missing roles, unknown keys, links and tokens, too many
 * requests. And what let somebody in: the route says by what. One line a minute and kind, however many there were; never who, from
 * where, or what was tried.
 */
export class Refusals {
  readonly #log: Log
  readonly #counted = new Map<string, { counted: Counted; times: number }>()
  readonly #timer: NodeJS.Timeout

  constructor(log: Log) {
    this.#log = log
    this.#timer = setInterval(() => this.tell(), EVERY_MS).unref()
  }

  /** Counts what an answer refused, if an operator should see it; not a form with a field left out. */
  countIn(
    answer: Answer,
    { request, route }: { request: FastifyRequest; route: Pick<Route, 'triesKeys' | 'signsIn'> | null },
  ): void {
    const problem = answer.kind === 'problem' ? answer.problem : null
    const status = problem?.status ?? (answer.kind === 'page' ? answer.status : 200)
    const { method, routeOptions } = request
    const where = { method, route: routeOptions.url ?? 'none' }
    if (route?.signsIn && isLetIn(answer)) this.#count({ words: 'signed in within a minute', facts: where })
    const isTry = route?.triesKeys === true && status === 422
    if (!isTry && !WATCHED.has(status)) return
    const facts = { ...where, status, problem: problem?.id ?? null }
    this.#count({ words: 'refused within a minute', facts })
  }

  #count(counted: Counted): void {
    const key = [counted.words, ...Object.values(counted.facts)].join(' ')
    const known = this.#counted.get(key)
    if (known) known.times += 1
    else if (this.#counted.size < MOST_KINDS) this.#counted.set(key, { counted, times: 1 })
  }

  tell(): void {
    for (const { counted, times } of this.#counted.values()) {
      const { words, facts } = counted
      if (words === 'refused within a minute') this.#log.warn({ ...facts, times }, words)
      else this.#log.info({ ...facts, times }, words)
    }
    this.#counted.clear()
  }

  close(): void {
    clearInterval(this.#timer)
    this.tell()
  }
}

/** A form that comes back, or a problem, let nobody in. */
function isLetIn(answer: Answer): boolean {
  return answer.kind === 'see-other' || (answer.kind === 'json' && answer.status < 400)
}
