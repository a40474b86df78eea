import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '#core/db/connect.ts'
import { insertOnce, type Once } from '#core/db/once.ts'
import { FOLLOW_UP_KEY_BYTES, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import { announceSoon } from '#core/live/announce.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { followUpKeyToKeep } from '#ground/matters/keep-follow-up-key.ts'
import { promisedBy } from '#ground/record/promise-receipt.ts'
import type { DraftHandle } from './draft-of.ts'
import type { FORMATS, KINDS } from './input.ts'
import { forgetHandedIn, isToForget } from './keep-draft.ts'
import type { LanguageFrom } from './language-of.ts'
import { storeFilesOf, submissionsToStore } from './store-submissions.ts'

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
  /** It came in a flood, without a proof of work: a person looks first. */
  isFlood?: boolean
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
  /** What its receipt promises; null for a repeat, whose receipt has to be looked up. */
  promise: { leafHash: Buffer; promisedBy: Date } | null
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
 * Takes a submission in: the matter, its custody, its words, its entry, its receipt and its key in one statement, which alone is
 * its own transaction; files, and a draft that is done, follow in the same. A retry with the same key answers the same number and
 * follow-up key, which is derived from the retry key and stored nowhere.
 */
export async function handInSubmission(db: Db, task: HandingIn): Promise<HandInOutcome> {
  const { handIn, once, secret } = task
  const followUp = followUpKeyFor(handIn.author, { secret, onceKey: once.key })
  const { leafHash, ...toWrite } = await whatToWrite(db, task, followUp?.bytes ?? null)
  const done = await insertOnce(db, once, toWrite)
  if (!done.ok) return done
  const handedIn = { ok: true, number: done.result.number, key: followUp?.words ?? null } as const
  if (done.isRepeat) return { ...handedIn, isRepeat: true, promise: null }
  announceSoon(db, `body:${handIn.body.slug}`)
  return { ...handedIn, isRepeat: false, promise: { leafHash, promisedBy: promisedBy(once.now) } }
}

async function whatToWrite(db: Db, { handIn, once, draft }: HandingIn, key: Uint8Array | null) {
  const { stored, inserts } = await submissionsToStore(db, [handIn], once.now)
  const [one] = stored
  if (!one) throw new Error('A submission was not stored.')
  const { matter } = one
  const isAnonymous = handIn.author.authorship === 'anonymous'
  const hasMore = (handIn.attachments ?? []).length > 0 || (draft && isToForget(draft, isAnonymous))
  return {
    leafHash: one.entry.leafHash,
    result: { number: matter.number },
    inserts: [...inserts, key && followUpKeyToKeep({ matterId: matter.id, key })],
    more: hasMore
      ? async (tx: Tx) => {
          await storeFilesOf(tx, one)
          if (draft) await forgetHandedIn(tx, draft, isAnonymous)
        }
      : null,
  }
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
