import type { Attachment } from '#ground/attachments/make-attachments.ts'

export const ROUTES = ['web', 'paper', 'meeting', 'phone', 'e-mail', 'text', 'partner', 'import'] as const
export type AnswerRoute = (typeof ROUTES)[number]

export type Standing = 'member' | 'not-member' | 'unknown'

/** An answer on its way in, whichever route it took. */
export interface NewAnswer {
  callId: string
  route: AnswerRoute
  /** BCP 47. */
  language: string
  author: AnswerAuthor
  /** Computed (`standing.ts`), never typed. */
  standing: Standing
  isFromOfficeHolder?: boolean
  onBehalfOf?: { id: string; name: string } | null
  words: readonly { questionId: string; words: string }[]
  marks: readonly NewMark[]
  /** The unit of the place it is given for: the answer to a place question, the slip's, the meeting's. */
  unitId?: string | null
  /** "partner:id": bringing the same in again changes nothing, and answers the number it had. */
  source?: string
  attachments?: readonly Attachment[]
  /** Printed before the answer existed: the slip's own number and the hash of the key under its fold. */
  printed?: { number: number; keyHash: Uint8Array }
  /** SHA-256 of a follow-up key that the route made itself and hands over; `takeInAnswer` makes one where there is none. */
  keyHash?: Uint8Array
  /** When it was written or said, where a helper enters it later: before the closing, and brought in before `helpersUntil`. */
  saidAt?: Date
  /** It came in a flood, without a proof of work: a person looks first. */
  isFlood?: boolean
}

export interface NewMark {
  optionId: string
  /** A choice: 1. A statement: 1 agree, -1 disagree, 0 pass. */
  mark: -1 | 0 | 1
}

/** An anonymous author has no person, no name and no address: there is nothing to leave out later. */
export type AnswerAuthor =
  | {
      authorship: 'named' | 'withheld'
      person: { id: string; name: string } | null
      name: string | null
      email: string | null
      phone: string | null
    }
  | { authorship: 'anonymous' }

export interface AnswerProblem {
  /** Null where it is about the answer as a whole. */
  questionId: string | null
  why:
    | 'empty'
    | 'missing'
    | 'too-long'
    | 'too-many'
    | 'unknown-question'
    | 'unknown-option'
    | 'unknown-mark'
    | 'not-text'
}

export type Refused =
  | { ok: false; why: 'not-open' | 'not-for-you' }
  | { ok: false; why: 'problems'; problems: AnswerProblem[] }

export type TakenIn = { ok: true; id: string; number: number; isRepeat: boolean } | Refused

/** The follow-up key is speakable, shown once, kept only as a hash; null where an account or a slip is the handle. */
export type TakeInOutcome =
  | { ok: true; id: string; number: number; isRepeat: boolean; key: string | null }
  | Refused
  | { ok: false; why: 'key-used-for-something-else' }
