import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { keyedHash } from '../ids/hashes.ts'

/** 256 tries on average, each of 4,000 rounds: a second or two of a telephone's time, two milliseconds of ours to check. */
const ALGORITHM = 'PBKDF2/SHA-256'
const ROUNDS = 4_000
const PREFIX = '00'
const LASTS_MS = 20 * 60_000
const MOST_REMEMBERED = 100_000
const LONGEST_PROOF = 4_000

const proof = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      expiresAt: z.number(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

/**
 * Small tasks for browsers, so that many at once cost whoever sends them more than us. A task names nobody and is stored nowhere:
 * the house's secret signs it, so that any of its processes knows it again. Each is good for one hand-in at one process.
 */
export class ProofsOfWork {
  readonly #secret: string
  readonly #used = new Set<string>()

  constructor(secret: Uint8Array) {
    this.#secret = keyedHash(secret, 'proof of work', 'signature').toString('hex')
  }

  task(): Promise<Challenge> {
    return createChallenge({
      algorithm: ALGORITHM,
      cost: ROUNDS,
      keyPrefix: PREFIX,
      deriveKey,
      expiresAt: new Date(Date.now() + LASTS_MS),
      hmacSignatureSecret: this.#secret,
    })
  }

  /** Whether this is the answer to a task of ours that was not handed in before. */
  async isGood(text: unknown): Promise<boolean> {
    const read = readProof(text)
    if (!read || this.#used.has(read.challenge.signature ?? '')) return false
    const { verified } = await verifySolution({ ...read, deriveKey, hmacSignatureSecret: this.#secret })
    if (verified) this.#use(read.challenge.signature ?? '')
    return verified
  }

  #use(signature: string): void {
    this.#used.add(signature)
    const [oldest] = this.#used
    if (this.#used.size > MOST_REMEMBERED && oldest !== undefined) this.#used.delete(oldest)
  }
}

function readProof(text: unknown): { challenge: Challenge; solution: Solution } | null {
  if (typeof text !== 'string' || text === '' || text.length > LONGEST_PROOF) return null
  try {
    const read = proof.safeParse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')))
    // The library checks the signature over all of it before it uses any of it.
    return read.success ? read.data : null
  } catch {
    return null
  }
}
