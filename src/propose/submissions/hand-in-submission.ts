import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { doOnce, type Once } from '#core/db/once.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { makeFollowUpKey } from '#core/ids/follow-up-key.ts'
import { keyedHash } from '#core/ids/hashes.ts'
import { announceChange } from '#core/live/hub.ts'
import { keepFollowUpKey } from '#ground/matters/keep-follow-up-key.ts'
import { type OpenedMatter, openMatter } from '#ground/matters/open-matter.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { promiseReceipt } from '#ground/record/promise-receipt.ts'
import type { KINDS } from './input.ts'

export interface HandIn {
  title: string
  words: string
  language: string
  kind: (typeof KINDS)[number]
  body: { id: string; slug: string; unitId: string; holdsStrangers: boolean }
  isWhoeverShould: boolean
  onBehalfOf: { id: string; name: string } | null
  author: Author
  route: string
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

/**
 * Takes a submission in: the matter, its custody, its words, its entry and its receipt, in one transaction. A retry with
 * the same key answers the same number and follow-up key, which is derived from the retry key and stored nowhere.
 */
export async function handInSubmission(
  db: Db,
  { handIn, once, secret }: { handIn: HandIn; once: Once; secret: Uint8Array },
): Promise<HandInOutcome> {
  const followUp = followUpKeyFor(handIn.author, { secret, onceKey: once.key })
  const done = await inTransaction(db, (tx) =>
    doOnce(tx, once, async () => {
      const matter = await store(tx, handIn, once.now)
      if (followUp) await keepFollowUpKey(tx, { matterId: matter.id, key: followUp.bytes })
      await announceChange(tx, `body:${handIn.body.slug}`)
      return { number: matter.number }
    }),
  )
  if (!done.ok) return done
  return { ok: true, isRepeat: done.isRepeat, number: done.result.number, key: followUp?.words ?? null }
}

const KEY_BYTES = 10

function followUpKeyFor(author: Author, { secret, onceKey }: { secret: Uint8Array; onceKey: string | null }) {
  if (author.authorship !== 'anonymous' && author.person) return null
  const bytes =
    onceKey === null
      ? randomBytes(KEY_BYTES)
      : keyedHash(secret, 'follow-up key', onceKey).subarray(0, KEY_BYTES)
  return { bytes, words: makeFollowUpKey(bytes) }
}

async function store(tx: Tx, handIn: HandIn, at: Date): Promise<OpenedMatter> {
  const { author, body } = handIn
  const isAnonymous = author.authorship === 'anonymous'
  const isStranger = author.authorship === 'anonymous' || author.person === null
  const matter = await openMatter(tx, {
    slice: 'submissions',
    kind: handIn.kind,
    title: handIn.title,
    language: handIn.language,
    unitId: handIn.onBehalfOf?.id ?? body.unitId,
    route: handIn.route,
    visibility: isStranger && body.holdsStrangers ? 'held' : 'public',
    bodyId: body.id,
    at,
    isAnonymous,
  })
  await tx
    .insertInto('submissions')
    .values({
      id: matter.id,
      words: handIn.words,
      authorship: author.authorship,
      onBehalfOf: handIn.onBehalfOf?.id ?? null,
      isWhoeverShould: handIn.isWhoeverShould,
      source: handIn.source ?? null,
      search: sql`to_tsvector('simple', unaccent(${`${handIn.title}\n${handIn.words}`}))`,
    })
    .execute()
  await storeAuthor(tx, matter.id, author)
  const entry = await appendEntry(tx, {
    kind: 'submission.handed-in',
    at: matter.openedAt,
    matter,
    bodyId: body.id,
    dueAt: matter.dueAt,
    publicWords: publicWordsOf(handIn),
    privateWords: author.authorship === 'withheld' ? { name: author.person?.name ?? author.name } : undefined,
    isUnordered: isAnonymous,
  })
  await promiseReceipt(tx, { matterId: matter.id, entryId: entry.id, now: at })
  return matter
}

async function storeAuthor(tx: Tx, submissionId: string, author: Author): Promise<void> {
  if (author.authorship === 'anonymous') return
  if (author.person) {
    await tx.insertInto('submissionAuthors').values({ submissionId, personId: author.person.id }).execute()
  } else if (author.name || author.email) {
    await tx
      .insertInto('submissionSignatures')
      .values({ submissionId, name: author.name, email: author.email })
      .execute()
  }
}

function publicWordsOf({ title, words, language, kind, author, onBehalfOf, route }: HandIn) {
  const by = author.authorship === 'named' ? (author.person?.name ?? author.name ?? undefined) : undefined
  return {
    title,
    words,
    language,
    kind,
    route,
    authorship: author.authorship,
    by,
    on_behalf_of: onBehalfOf?.name,
  }
}
