import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { jsonOf, rowsToInsert, writeTogether } from '#core/db/insert-rows.ts'
import { oncesToKeep } from '#core/db/once.ts'
import { storeAttachments } from '#ground/attachments/store-attachments.ts'
import { type OpenedRider, ridersToOpen } from '#ground/matters/open-riders.ts'
import { holdsToOpen } from '#ground/moderation/open-case.ts'
import { agreementsToKeep } from '#ground/notices/keep-agreements.ts'
import { entriesToAppend } from '#ground/record/append-entry.ts'
import { receiptsToPromise } from '#ground/record/promise-receipt.ts'
import { type Accepted, isAnonymous, type Stored } from './accepted-answer.ts'
import { entryOf } from './entry-of-answer.ts'

/**
 * Writes answers with everything that belongs to them (matters, words, marks, authors, agreements, entries, receipts) in one
 * statement, however many they are: a peak of hundreds a second leaves no time for one after another.
 */
export async function storeAnswers(tx: Tx, accepted: readonly Accepted[]): Promise<OpenedRider[]> {
  if (accepted.length === 0) return []
  const { opened, inserts: matters } = ridersToOpen(accepted.map(riderOf))
  const stored = accepted.flatMap((one, place) => {
    const matter = opened[place]
    return matter ? [{ ...one, matter }] : []
  })
  await writeTogether(tx, [...matters, ...insertsOf(stored), oncesToKeep(stored.map(retryOf))])
  for (const { answer, matter } of stored)
    await storeAttachments(tx, { matterId: matter.id, attachments: answer.attachments ?? [] })
  return opened
}

const retryOf = ({ row, matter: { id, number } }: Stored) => ({ once: row, result: { id, number } })

function insertsOf(stored: readonly Stored[]): (RawBuilder<unknown> | null)[] {
  const holds = holdsToOpen(stored.filter(isHeld).map(holdOf))
  const { entries, inserts } = entriesToAppend([...stored.map(entryOf), ...holds.entries])
  const receipts = stored.map(({ matter }, place) => ({
    matterId: matter.id,
    entryId: entries[place]?.id ?? '',
  }))
  return [
    answersToInsert(stored),
    rowsToInsert('answerWords', stored.flatMap(wordsOf)),
    rowsToInsert('answerMarks', stored.flatMap(marksOf)),
    rowsToInsert('answerAuthors', stored.flatMap(authorsOf)),
    rowsToInsert('answerSignatures', stored.flatMap(signaturesOf)),
    agreementsToKeep(
      stored.map(({ matter, call: { noticeId, noticeVersion: version } }) => ({
        matterId: matter.id,
        noticeId,
        version,
        agreedAt: matter.openedAt,
      })),
    ),
    ...inserts,
    holds.insert,
    receiptsToPromise(receipts, latestOf(stored)),
  ]
}

const latestOf = (stored: readonly Stored[]) => new Date(Math.max(...stored.map(({ at }) => at.getTime())))

/** By the body's published rule the words of people it does not know wait for a person; marks alone say nothing unlawful. */
function isHeld({ answer: { author, words, route, isFlood }, call }: Accepted): boolean {
  if (isFlood) return true
  // Whoever imports vouches for the words.
  if (!call.holdsStrangers || route === 'import' || words.every((one) => one.words.trim() === ''))
    return false
  return author.authorship === 'anonymous' || author.person === null
}

const holdOf = ({ answer, matter, call }: Stored) => ({
  matter,
  bodyId: call.bodyId,
  at: matter.openedAt,
  reason: answer.isFlood ? ('flood' as const) : ('stranger' as const),
})

function riderOf(accepted: Accepted) {
  const { answer, call, number, keyHash, at } = accepted
  return {
    slice: 'calls',
    kind: 'answer',
    parentId: call.id,
    number,
    language: answer.language,
    unitId: answer.onBehalfOf?.id ?? answer.unitId ?? call.unitId,
    route: answer.route,
    visibility: isHeld(accepted) ? ('held' as const) : ('public' as const),
    at,
    isAnonymous: isAnonymous(answer),
    keyHash,
  }
}

/** The instant by which the closing is exact; of an anonymous one no row holds more than the hour. */
function givenAt({ answer, call, matter, at }: Stored): Date {
  const given = answer.saidAt ?? at
  if (!isAnonymous(answer)) return given
  const coarse = answer.saidAt ? given : matter.openedAt
  return new Date(Math.max(coarse.getTime(), call.opensAt.getTime()))
}

function answersToInsert(stored: readonly Stored[]): RawBuilder<unknown> {
  const rows = stored.map((one) => ({
    id: one.matter.id,
    callId: one.call.id,
    givenAt: givenAt(one),
    authorship: one.answer.author.authorship,
    standing: one.answer.standing,
    isFromOfficeHolder: one.answer.isFromOfficeHolder ?? false,
    onBehalfOf: one.answer.onBehalfOf?.id ?? null,
    unitId: one.answer.unitId ?? null,
    source: one.answer.source ?? null,
    words: one.answer.words.map(({ words }) => words).join('\n'),
  }))
  return sql`
    insert into answers (id, call_id, given_at, authorship, standing, is_from_office_holder, on_behalf_of, unit_id, source, search)
    select
      id, call_id, given_at, authorship, standing, is_from_office_holder, on_behalf_of, unit_id, source,
      case when words <> '' then to_tsvector('simple', unaccent(words)) end
    from json_to_recordset(${jsonOf(rows)}::json) as given (
      id uuid, call_id uuid, given_at timestamptz, authorship text, standing text, is_from_office_holder boolean,
      on_behalf_of uuid, unit_id uuid, source text, words text
    )`
}

function wordsOf({ answer, matter }: Stored) {
  return answer.words
    .filter(({ words }) => words.trim() !== '')
    .map(({ questionId, words }) => ({ answerId: matter.id, questionId, words }))
}

function marksOf({ answer, matter }: Stored) {
  return answer.marks.map(({ optionId, mark }) => ({ answerId: matter.id, optionId, mark }))
}

function authorsOf({ answer: { author }, matter }: Stored) {
  if (author.authorship === 'anonymous' || author.person === null) return []
  return [{ answerId: matter.id, personId: author.person.id }]
}

function signaturesOf({ answer: { author }, matter }: Stored) {
  if (author.authorship === 'anonymous' || author.person !== null) return []
  const { name, email, phone } = author
  return name || email || phone ? [{ answerId: matter.id, name, email, phone }] : []
}
