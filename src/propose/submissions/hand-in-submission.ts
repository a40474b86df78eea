import type { Db, Tx } from '#core/db/connect.ts'
import { inGroups } from '#core/db/in-groups.ts'
import { writeTogether } from '#core/db/insert-rows.ts'
import { insertOnce, type Once, onceRow, oncesToKeep } from '#core/db/once.ts'
import { followUpBytes, makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { announceSoon } from '#core/live/announce.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import type { DraftHandle } from '#ground/drafts/draft-of.ts'
import { forgetHandedIn, isToForget } from '#ground/drafts/keep-draft.ts'
import { followUpKeysToKeep } from '#ground/matters/keep-follow-up-key.ts'
import { promisedBy } from '#ground/record/promise-receipt.ts'
import type { FORMATS, KINDS } from './input.ts'
import type { LanguageFrom } from './language-of.ts'
import { type StoredEntry, storeFilesOf, submissionsToStore } from './store-submissions.ts'

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
 * its own transaction; files, and a draft that is done, follow in the same. Those that arrive while one is written are the next
 * statement together. A retry with the same key answers the same number and follow-up key, which is derived from the retry key and
 * stored nowhere.
 */
export function handInSubmission(db: Db, task: HandingIn): Promise<HandInOutcome> {
  return followsMore(task) ? handInAlone(db, task) : handInWithOthers(db, task)
}

const handInWithOthers = inGroups(handInSet)

async function handInAlone(db: Db, task: HandingIn): Promise<HandInOutcome> {
  const { handIn, once, draft } = task
  const { result, key, stored, promise, inserts } = await whatToWrite(db, task)
  const more = async (tx: Tx) => {
    await storeFilesOf(tx, stored)
    if (draft) await forgetHandedIn(tx, draft, isAnonymous(handIn))
  }
  const done = await insertOnce(db, once, { result, inserts, more: followsMore(task) ? more : null })
  if (!done.ok) return done
  const handedIn = { ok: true, number: done.result.number, key } as const
  if (done.isRepeat) return { ...handedIn, isRepeat: true, promise: null }
  announceSoon(db, `body:${handIn.body.slug}`)
  return { ...handedIn, isRepeat: false, promise }
}

async function whatToWrite(db: Db, task: HandingIn) {
  const { now } = task.once
  const { stored, inserts } = await submissionsToStore(db, [task.handIn], now)
  const [one] = stored
  if (!one) throw new Error('A submission was not stored.')
  const { key, toKeep, ...handedIn } = outcomeOf(one, task, now)
  return { ...handedIn, stored: one, key, inserts: [...inserts, followUpKeysToKeep(toKeep)] }
}

/** All in one statement; one whose key was used before breaks it, and all are then tried alone. */
async function handInSet(db: Db, tasks: readonly HandingIn[]): Promise<HandInOutcome[]> {
  const [only] = tasks
  if (only && tasks.length === 1) return [await handInAlone(db, only)]
  const at = new Date(Math.max(...tasks.map(({ once }) => once.now.getTime())))
  const { stored, inserts } = await submissionsToStore(
    db,
    tasks.map(({ handIn }) => handIn),
    at,
  )
  const handedIn = tasks.flatMap((task, place) => {
    const one = stored[place]
    return one ? [{ ...outcomeOf(one, task, at), once: onceRow(task.once) }] : []
  })
  const keys = handedIn.flatMap(({ toKeep }) => toKeep)
  await writeTogether(db, [oncesToKeep(handedIn), ...inserts, followUpKeysToKeep(keys)])
  for (const { handIn } of tasks) announceSoon(db, `body:${handIn.body.slug}`)
  return handedIn.map(({ result, key, promise }) => ({ ok: true, isRepeat: false, ...result, key, promise }))
}

function outcomeOf({ matter, entry }: StoredEntry, { handIn, once, secret }: HandingIn, at: Date) {
  const bytes = needsKey(handIn.author) ? followUpBytes(secret, once.key) : null
  return {
    result: { number: matter.number },
    promise: { leafHash: entry.leafHash, promisedBy: promisedBy(at) },
    key: bytes && makeFollowUpKey(bytes),
    toKeep: bytes ? [{ matterId: matter.id, key: bytes }] : [],
  }
}

const isAnonymous = ({ author }: HandIn) => author.authorship === 'anonymous'

/** Whether files or the end of a draft belong into its transaction. */
const followsMore = ({ handIn, draft }: HandingIn) =>
  (handIn.attachments ?? []).length > 0 || (draft !== undefined && isToForget(draft, isAnonymous(handIn)))

const needsKey = (author: Author) => author.authorship === 'anonymous' || author.person === null
