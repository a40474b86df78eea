import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import type { TakenIn } from '../../calls/index.ts'
import type { Entered } from '../help/enter-answers.ts'
import { keepPairs } from '../twins/keep-pairs.ts'
import type { Sheet } from './enter-rows.ts'

interface Rows {
  entries: readonly Entered[]
  /** What became of each, in their order. */
  taken: readonly TakenIn[]
}

/** What a row said: its words letter by letter without case and punctuation, and its marks. */
interface Said {
  words: string
  marks: string
}

/**
 * Rows that were brought in before and said something else then, as after going back and correcting: nothing is changed by them,
 * and the helper is told. One whose words were erased meanwhile cannot be compared, and passes as the same.
 */
export async function rowsThatSayOtherwise(tx: Tx, { entries, taken }: Rows): Promise<Set<string>> {
  const repeats = taken.flatMap((outcome, place) => {
    const entry = entries[place]
    return outcome.ok && outcome.isRepeat && entry ? [{ id: outcome.id, said: saidIn(entry) }] : []
  })
  const stored = await saidBy(
    tx,
    repeats.map(({ id }) => id),
  )
  return new Set(repeats.flatMap(({ id, said }) => (isOther(said, stored.get(id)) ? [id] : [])))
}

function isOther(said: Said, before: (Said & { isErased: boolean }) | undefined): boolean {
  return before !== undefined && !before.isErased && !isSame(said, before)
}

const isSame = (one: Said, other: Said) => one.words === other.words && one.marks === other.marks

interface Offering extends Rows {
  sheet: Sheet
  at: Date
}

/**
 * The same row, saying the same, on another helper's sheet of the same meeting: the two are offered as twins at once, however
 * short they are. Answers for each answer the number of the one it is like.
 */
export async function offerSameRows(
  tx: Tx,
  { sheet, entries, taken, at }: Offering,
): Promise<Map<string, number>> {
  const brought = taken.flatMap((outcome, place) => {
    const entry = entries[place]
    return outcome.ok && entry ? [{ id: outcome.id, entry }] : []
  })
  const others = await rowsOfOthers(
    tx,
    sheet,
    brought.map(({ entry }) => entry.sheet?.row ?? 0),
  )
  const said = await saidBy(
    tx,
    others.map(({ id }) => id),
  )
  const pairs = brought.flatMap(({ id, entry }) => {
    const twin = others.find((other) => {
      const before = said.get(other.id)
      return other.row === entry.sheet?.row && before !== undefined && isSame(saidIn(entry), before)
    })
    return twin ? [{ earlierId: twin.id, laterId: id, number: twin.number, likeness: 0.8 }] : []
  })
  await keepPairs(tx, pairs, at)
  return new Map(pairs.map(({ laterId, number }) => [laterId, number]))
}

const MOST_SHEETS = 40

/** Of the same call, gathering and day. */
async function rowsOfOthers(
  tx: Tx,
  { id, call, gatheringId, circumstances, helperId }: Sheet,
  rows: number[],
) {
  if (rows.length === 0) return []
  const found = await tx
    .selectFrom('intakeEntries')
    .innerJoin('answers', 'answers.id', 'intakeEntries.answerId')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .select(['answers.id', 'matters.number', 'intakeEntries.sheetRow as row'])
    .where('answers.callId', '=', call.id)
    .where('intakeEntries.sheetRow', 'in', rows)
    .where('intakeEntries.sheetId', '!=', id)
    .where('intakeEntries.helperId', 'is distinct from', helperId)
    .where('intakeEntries.gatheringId', 'is not distinct from', gatheringId)
    .where('intakeEntries.saidOn', 'is not distinct from', circumstances.saidOn)
    .orderBy('matters.number', 'desc')
    .limit(MOST_SHEETS * rows.length)
    .execute()
  return found.toReversed()
}

async function saidBy(tx: Tx, ids: readonly string[]): Promise<Map<string, Said & { isErased: boolean }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; words: (string | null)[]; marks: string[] }>`
    select
      answers.id,
      array(select words from answer_words where answer_id = answers.id order by question_id) as words,
      array(select option_id || ' ' || mark from answer_marks where answer_id = answers.id order by option_id) as marks
    from answers
    where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ id, words, marks }) => [
      id,
      {
        words: folded(words.map((text) => text ?? '')),
        marks: marks.join(),
        isErased: words.includes(null) || (words.length === 0 && marks.length === 0),
      },
    ]),
  )
}

function saidIn({ answer: { words, marks } }: Entered): Said {
  const said = words.filter(({ words: text }) => text.trim() !== '')
  const inOrder = said.toSorted((a, b) => (a.questionId < b.questionId ? -1 : 1))
  return {
    words: folded(inOrder.map(({ words: text }) => text)),
    marks: marks
      .map(({ optionId, mark }) => `${optionId} ${mark}`)
      .toSorted()
      .join(),
  }
}

const folded = (texts: readonly string[]) =>
  texts
    .map((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
        .trim(),
    )
    .join('\n')
