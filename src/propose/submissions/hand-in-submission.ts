import { randomBytes } from 'node:crypto'
import type { Db } from '#core/db/connect.ts'
import { doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { FOLLOW_UP_KEY_BYTES, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import { announceChange } from '#core/live/announce.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { keepFollowUpKey } from '#ground/matters/keep-follow-up-key.ts'
import type { DraftHandle } from './draft-of.ts'
import type { FORMATS, KINDS } from './input.ts'
import { forgetHandedIn } from './keep-draft.ts'
import type { LanguageFrom } from './language-of.ts'
import { storeSubmissions } from './store-submissions.ts'

export interface HandIn {
  title: string
  words: string
  /** Plain, unless it says otherwise. */
  format?: (typeof FORMATS)[number]
  language: string
  /** Who said so; absent, the author did. */
  languageFrom?: LanguageFrom
  kind: (typeof KINDS)[number]
  body: { id: string; slug: string; unitId: string; holdsStrangers: boolean }
  isWhoeverShould: boolean
  onBehalfOf: { id: string; name: string } | null
  author: Author
  route: string
  /** Made anew already; absent is none. */
  attachments?: readonly Attachment[]
  /** Names an imported row, so that importing again changes nothing. */
  source?: string
}

/** An anonymous author has no person, no name and no address: there is nothing to leave out later. */
export type Author =
  | {
      authorship: 'named' | 'withheld'
      person: { id: string; name: string } | null
      name: string | null
      email: string | null
    }
  | { authorship: 'anonymous' }

export interface HandedIn {
  number: number
  /** Speakable; shown once, kept only as a hash. Null when an account is the handle. */
  key: string | null
}

export type HandInOutcome =
  | ({ ok: true; isRepeat: boolean } & HandedIn)
  | { ok: false; why: 'key-used-for-something-else' }

interface HandingIn {
  handIn: HandIn
  once: Once
  secret: Uint8Array
  /** The draft it was written in, forgotten with the hand-in. */
  draft?: DraftHandle
}

/**
 * Takes a submission in: the matter, its custody, its words, its entry and its receipt, in one transaction. A retry with
 * the same key answers the same number and follow-up key, which is derived from the retry key and stored nowhere.
 */
export async function handInSubmission(
  db: Db,
  { handIn, once, secret, draft }: HandingIn,
): Promise<HandInOutcome> {
  const followUp = followUpKeyFor(handIn.author, { secret, onceKey: once.key })
  const done = await inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const [matter] = await storeSubmissions(tx, [handIn], once.now)
      if (!matter) throw new Error('A submission was not stored.')
      if (followUp) await keepFollowUpKey(tx, { matterId: matter.id, key: followUp.bytes })
      if (draft) await forgetHandedIn(tx, draft, handIn.author.authorship === 'anonymous')
      await announceChange(tx, `body:${handIn.body.slug}`)
      return { number: matter.number }
    }),
  )
  if (!done.ok) return done
  return { ok: true, isRepeat: done.isRepeat, number: done.result.number, key: followUp?.words ?? null }
}

function followUpKeyFor(author: Author, { secret, onceKey }: { secret: Uint8Array; onceKey: string | null }) {
  if (author.authorship !== 'anonymous' && author.person) return null
  const bytes = onceKey === null ? randomBytes(FOLLOW_UP_KEY_BYTES) : followUpBytes(secret, onceKey)
  return { bytes, words: makeFollowUpKey(bytes) }
}

/** The follow-up key that a hand-in with this retry key got. */
export function followUpBytes(secret: Uint8Array, onceKey: string): Buffer {
  return keyedHash(secret, 'follow-up key', onceKey).subarray(0, FOLLOW_UP_KEY_BYTES)
}
