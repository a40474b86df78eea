import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { insertRows, jsonOf } from '#core/db/insert-rows.ts'
import { attachmentsInWords, storeAttachments } from '#ground/attachments/store-attachments.ts'
import { type NewMatter, type OpenedMatter, openMatters } from '#ground/matters/open-matter.ts'
import { openHold } from '#ground/moderation/open-case.ts'
import { appendEntries, type EntryDraft } from '#ground/record/append-entry.ts'
import { promiseReceipts } from '#ground/record/promise-receipt.ts'
import type { HandIn } from './hand-in-submission.ts'

/** Writes submissions with their matters, custody, authors, entries and receipts, inside the caller's transaction. */
export async function storeSubmissions(
  tx: Tx,
  handIns: readonly HandIn[],
  at: Date,
): Promise<OpenedMatter[]> {
  const matters = await openMatters(
    tx,
    handIns.map((handIn) => matterOf(handIn, at)),
  )
  const stored = handIns.flatMap((handIn, place) => {
    const matter = matters[place]
    return matter ? [{ handIn, matter }] : []
  })
  await insertSubmissions(tx, stored)
  await storeAuthors(tx, stored)
  for (const { handIn, matter } of stored)
    await storeAttachments(tx, { matterId: matter.id, attachments: handIn.attachments ?? [] })
  const entries = await appendEntries(tx, stored.map(entryOf))
  for (const { handIn, matter } of stored.filter(isHeld))
    await openHold(tx, { matter, bodyId: handIn.body.id, at: matter.openedAt })
  const receipts = stored.map(({ matter }, place) => ({
    matterId: matter.id,
    entryId: entries[place]?.id ?? '',
  }))
  await promiseReceipts(tx, receipts, at)
  return matters
}

interface Stored {
  handIn: HandIn
  matter: OpenedMatter
}

/** By the body's published rule the words of people it does not know wait for a person. */
function isHeld({ handIn: { author, body } }: { handIn: HandIn }): boolean {
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

async function insertSubmissions(tx: Tx, stored: readonly Stored[]): Promise<void> {
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
  }))
  await sql`
    insert into submissions (id, words, format, language_from, authorship, on_behalf_of, is_whoever_should, source, search)
    select
      id, words, format, language_from, authorship, on_behalf_of, is_whoever_should, source,
      to_tsvector('simple', unaccent(title || E'\\n' || words))
    from json_to_recordset(${jsonOf(rows)}::json) as handed_in (
      id uuid, title text, words text, format text, language_from text, authorship text, on_behalf_of uuid,
      is_whoever_should boolean, source text
    )`.execute(tx)
}

async function storeAuthors(tx: Tx, stored: readonly Stored[]): Promise<void> {
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
  await insertRows(tx, 'submissionAuthors', authors)
  await insertRows(tx, 'submissionSignatures', signatures)
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
