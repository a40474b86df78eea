import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { jsonOf, rowsToInsert, writeTogether } from '#core/db/insert-rows.ts'
import { attachmentsInWords, storeAttachments } from '#ground/attachments/store-attachments.ts'
import { mattersToOpen, type NewMatter, type OpenedMatter } from '#ground/matters/open-matter.ts'
import { holdsToOpen } from '#ground/moderation/open-case.ts'
import { type Entry, type EntryDraft, entriesToAppend } from '#ground/record/append-entry.ts'
import { receiptsToPromise } from '#ground/record/promise-receipt.ts'
import type { HandIn } from './hand-in-submission.ts'

/** Writes submissions with their matters, custody, authors, entries and receipts, inside the caller's transaction. */
export async function storeSubmissions(
  tx: Tx,
  handIns: readonly HandIn[],
  at: Date,
): Promise<OpenedMatter[]> {
  const { stored, inserts } = await submissionsToStore(tx, handIns, at)
  await writeTogether(tx, inserts)
  for (const one of stored) await storeFilesOf(tx, one)
  return stored.map(({ matter }) => matter)
}

/** Files are too heavy for the one statement that writes all the rest, and follow it in the same transaction. */
export async function storeFilesOf(tx: Tx, { handIn, matter }: Stored): Promise<void> {
  await storeAttachments(tx, { matterId: matter.id, attachments: handIn.attachments ?? [] })
}

/** The same, not yet written, so that what belongs to a hand-in goes into one statement with it. */
export async function submissionsToStore(
  db: Db | Tx,
  handIns: readonly HandIn[],
  at: Date,
): Promise<{ stored: StoredEntry[]; inserts: (RawBuilder<unknown> | null)[] }> {
  const matters = await mattersToOpen(
    db,
    handIns.map((handIn) => matterOf(handIn, at)),
  )
  const pairs = handIns.flatMap((handIn, place) => {
    const matter = matters.opened[place]
    return matter ? [{ handIn, matter }] : []
  })
  const holds = holdsToOpen(pairs.filter(isHeld).map(holdOf))
  const { entries, inserts } = entriesToAppend([...pairs.map(entryOf), ...holds.entries])
  const stored = pairs.flatMap((pair, place) => {
    const entry = entries[place]
    return entry ? [{ ...pair, entry }] : []
  })
  const receipts = stored.map(({ matter, entry }) => ({ matterId: matter.id, entryId: entry.id }))
  return {
    stored,
    inserts: [
      ...matters.inserts,
      submissionRows(stored),
      ...authorRows(stored),
      ...inserts,
      holds.insert,
      receiptsToPromise(receipts, at),
    ],
  }
}

export type StoredEntry = Stored & { entry: Entry }

const holdOf = ({ handIn, matter }: Stored) => ({
  matter,
  bodyId: handIn.body.id,
  at: matter.openedAt,
  reason: handIn.isFlood ? ('flood' as const) : ('stranger' as const),
})

export interface Stored {
  handIn: HandIn
  matter: OpenedMatter
}

/** By the body's published rule the words of people it does not know wait for a person, and so does what comes in a flood. */
function isHeld({ handIn: { author, body, isFlood } }: { handIn: HandIn }): boolean {
  if (isFlood) return true
  return body.holdsStrangers && (author.authorship === 'anonymous' || author.person === null)
}

function matterOf(whole: HandIn, at: Date): NewMatter {
  const { author, body, onBehalfOf, ...handIn } = whole
  return {
    slice: 'submissions',
    kind: handIn.kind,
    title: handIn.title,
    language: handIn.language,
    unitId: onBehalfOf?.id ?? body.unitId,
    route: handIn.route,
    visibility: isHeld({ handIn: whole }) ? 'held' : 'public',
    bodyId: body.id,
    at,
    isAnonymous: author.authorship === 'anonymous',
  }
}

function submissionRows(stored: readonly Stored[]): RawBuilder<unknown> {
  const rows = stored.map(({ handIn, matter }) => ({
    id: matter.id,
    title: handIn.title,
    words: handIn.words,
    format: formatOf(handIn),
    languageFrom: handIn.languageFrom ?? 'author',
    authorship: handIn.author.authorship,
    onBehalfOf: handIn.onBehalfOf?.id ?? null,
    isWhoeverShould: handIn.isWhoeverShould,
    source: handIn.source ?? null,
    openedAt: matter.openedAt,
  }))
  return sql`
    insert into submissions (id, words, format, language_from, authorship, on_behalf_of, is_whoever_should, source, opened_at, search)
    select
      id, words, format, language_from, authorship, on_behalf_of, is_whoever_should, source, opened_at,
      to_tsvector('simple', unaccent(title || E'\\n' || words))
    from json_to_recordset(${jsonOf(rows)}::json) as handed_in (
      id uuid, title text, words text, format text, language_from text, authorship text, on_behalf_of uuid,
      is_whoever_should boolean, source text, opened_at timestamptz
    )`
}

function authorRows(stored: readonly Stored[]): (RawBuilder<unknown> | null)[] {
  const authors: { submissionId: string; personId: string }[] = []
  const signatures: { submissionId: string; name: string | null; email: string | null }[] = []
  for (const {
    handIn: { author },
    matter: { id: submissionId },
  } of stored) {
    if (author.authorship === 'anonymous') continue
    const { person, name, email } = author
    if (person) authors.push({ submissionId, personId: person.id })
    else if (name || email) signatures.push({ submissionId, name, email })
  }
  return [rowsToInsert('submissionAuthors', authors), rowsToInsert('submissionSignatures', signatures)]
}

function entryOf({ handIn, matter }: Stored): EntryDraft {
  const { author, body } = handIn
  return {
    kind: 'submission.handed-in',
    at: matter.openedAt,
    matter,
    bodyId: body.id,
    dueAt: matter.dueAt,
    publicWords: publicWordsOf(handIn),
    privateWords: author.authorship === 'withheld' ? { name: author.person?.name ?? author.name } : undefined,
    isUnordered: author.authorship === 'anonymous',
  }
}

const formatOf = ({ format }: HandIn) => format ?? 'plain'

function publicWordsOf(handIn: HandIn) {
  const { title, words, language, kind, author, onBehalfOf, route, attachments } = handIn
  const by = author.authorship === 'named' ? (author.person?.name ?? author.name ?? undefined) : undefined
  return {
    title,
    words,
    format: formatOf(handIn),
    language,
    kind,
    route,
    authorship: author.authorship,
    by,
    on_behalf_of: onBehalfOf?.name,
    attachments: attachmentsInWords(attachments ?? []),
  }
}
