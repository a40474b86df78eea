import type { OnceRow } from '#core/db/once.ts'
import type { OpenedRider } from '#ground/matters/open-riders.ts'
import type { CallFacts } from './facts-for-answers.ts'
import type { NewAnswer } from './new-answer.ts'

/** An answer that may come in, with its call and its public number. */
export interface Accepted {
  answer: NewAnswer
  call: CallFacts
  number: number
  keyHash: Uint8Array | null
  /** Written with it: the key of a retry. */
  row: OnceRow | null
  /** When it arrived. */
  at: Date
}

/** An accepted answer with the matter opened for it. */
export type Stored = Accepted & { matter: OpenedRider }

/** An anonymous answer leads to nobody: its entry is unordered, its times are coarse. */
export const isAnonymous = ({ author }: NewAnswer) => author.authorship === 'anonymous'
