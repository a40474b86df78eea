import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { draftBy, type Machine, pairsOf } from './machine.ts'
import { type Original, originalOf, type Subject } from './originals.ts'
import { columnsOf } from './published-text.ts'
import { asOneParagraph, segmentsOf } from './segments.ts'
import { showTranslation } from './show-translation.ts'

/** What came in within these days is drafted by itself; older words when somebody asks for them. */
const RECENT_DAYS = 90
const AT_ONCE = 10
/** Of the newest so many are looked at for what is not there yet. */
const LOOKED_AT = 5_000

type Wanted = Subject & { source: string; target: string }

/**
 * Has a machine draft what is public and not there in a language of the house: first what is owed or was wished for, then the
 * newest. Marked as a machine's until a person has read it. Nothing that is held, private or removed ever leaves.
 */
export async function draftByMachine(house: JobHouse, machine: Machine): Promise<number> {
  const pairs = await pairsOf(machine)
  if (!pairs) return 0
  let drafted = 0
  for (const wanted of await whatIsWanted(house)) {
    if (!pairs.has(`${wanted.source}>${wanted.target}`)) continue
    const outcome = await draftOne(house, machine, wanted)
    if (outcome === 'away') return drafted
    if (outcome === 'shown') drafted += 1
  }
  return drafted
}

async function whatIsWanted({ db, house, clock }: JobHouse): Promise<Wanted[]> {
  const since = addDays(clock.now(), -RECENT_DAYS)
  const { rows } = await sql<Omit<Wanted, 'source'> & { language: string }>`
    (select w.text_id, w.entry_id, w.language as target, m.language
      from translations_wanted w join published_texts m on m.id = w.text_id
      where not exists (select from translations t where t.text_id = w.text_id
        and t.entry_id is not distinct from w.entry_id and t.language = w.language)
      order by w.first_at desc limit ${AT_ONCE})
    union all
    select recent.* from unnest(${[...house.languages]}::text[]) as target(language)
    cross join lateral (
      select m.id, null::uuid, target.language, m.language
      from (
        select id, opened_at, language, title from matters
        where visibility = 'public' and parent_id is null and opened_at > ${since}
        order by opened_at desc, id desc limit ${LOOKED_AT}
      ) m
      where m.title is not null and m.language <> target.language
        and not exists (select from translations t where t.text_id = m.id
          and t.entry_id is null and t.language = target.language)
      order by m.opened_at desc limit ${AT_ONCE}) as recent`.execute(db)
  const originals = await Promise.all(rows.map((row) => originalOf(db, row)))
  return rows.flatMap((row, at) => {
    const source = originals[at]?.language
    return source === undefined || source === row.target ? [] : [{ ...row, source }]
  })
}

async function draftOne(
  house: JobHouse,
  machine: Machine,
  wanted: Wanted,
): Promise<'shown' | 'left' | 'away'> {
  const original = await originalOf(house.db, wanted)
  if (!original || original.language !== wanted.source) return 'left'
  const segments = segmentsOf(original.parts)
  const asked = { texts: segments.map(({ words }) => words), source: wanted.source, target: wanted.target }
  const drafted = await draftBy(machine, asked)
  if (!drafted.ok && drafted.why === 'away') return 'away'
  return inTransaction(house.db, (tx) =>
    keepDraft(tx, { wanted, original, drafts: drafted.ok ? drafted.texts : null, now: house.clock.now() }),
  )
}

interface Draft {
  wanted: Wanted
  original: Original
  /** Null: the machine could not. */
  drafts: readonly string[] | null
  now: Date
}

async function keepDraft(tx: Tx, { wanted, original, drafts, now }: Draft): Promise<'shown' | 'left'> {
  const { textId, entryId, target } = wanted
  const segments = segmentsOf(original.parts)
  // Erased or changed while the machine was thinking: nothing of it is kept.
  const still = await originalOf(tx, wanted)
  if (!still || !isSame(segments, segmentsOf(still.parts))) return 'left'
  const begun = await tx
    .insertInto('translations')
    .values({
      id: orderedId(now),
      ...columnsOf({ id: textId, sort: original.sort }),
      entryId,
      language: target,
      begunAt: now,
      machineFailedAt: drafts === null ? now : null,
    })
    .onConflict((conflict) => conflict.constraint('one_translation_a_language').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!begun || drafts === null) return 'left'
  const work = segments.map((segment, at) => ({ ...segment, written: asOneParagraph(drafts[at] ?? '') }))
  const rows = work.map(({ part, place, hash, written }) => ({
    ...{ translationId: begun.id, part, place, originalHash: hash, words: written },
    ...{ isMachine: true, savedBy: null, savedAt: now },
  }))
  await tx.insertInto('translationSegments').values(rows).execute()
  await showTranslation(tx, { translation: { id: begun.id, original }, work, as: 'machine', now })
  return 'shown'
}

function isSame(one: readonly { hash: Buffer }[], other: readonly { hash: Buffer }[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ hash }, at) => hash.equals(other[at]?.hash ?? Buffer.alloc(0)))
  )
}
