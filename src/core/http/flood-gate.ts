import type { FastifyInstance } from 'fastify'
import type { Translate } from '../i18n/translate.ts'
import { coreMessages } from './core-messages.ts'
import { Crowd, type CrowdLimit } from './crowd.ts'
import { ProofsOfWork } from './proof-of-work.ts'

/**
 * Tells what comes in a flood from what does not, and refuses neither: above the limit of a part of the network a browser does a
 * small task, and what comes without one waits for a person.
 */
export class FloodGate {
  readonly #crowd: Crowd
  readonly #asking: Crowd
  readonly #proofs: ProofsOfWork

  constructor(limit: CrowdLimit, secret: Uint8Array) {
    this.#crowd = new Crowd(limit)
    this.#asking = new Crowd({ ...limit, most: limit.most * 10 })
    this.#proofs = new ProofsOfWork(secret)
  }

  /** Counts one hand-in; true where it is above the limit and no work was done for it. */
  async isFlood(address: string, proof: unknown): Promise<boolean> {
    if (!this.#crowd.isAbove(address)) return false
    // Checking costs us too: whoever sends false proofs in a flood is let wait without a look.
    return this.#asking.isAbove(address) || !(await this.#proofs.isGood(proof))
  }

  /** A task where the next hand-in from there would be above the limit; null where it need do none. */
  async taskFor(address: string) {
    return this.#crowd.isFull(address) ? this.#proofs.task() : null
  }
}

/** `/proof-of-work`: the task for this part of the network, or that none is needed. */
export function proofRoute(
  server: FastifyInstance,
  { gate, t }: { gate: FloodGate; t(acceptLanguage: string | undefined): Translate },
): void {
  server.get('/proof-of-work', async (request, reply) => {
    const task = await gate.taskFor(request.ip)
    reply.header('cache-control', 'no-store')
    return { task, words: task && t(request.headers['accept-language'])(coreMessages.proofWorking) }
  })
}
