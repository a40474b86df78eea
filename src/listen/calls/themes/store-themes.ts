import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import { insertRows, jsonOf } from '#core/db/insert-rows.ts'
import { closeWorks, openWorks } from '#ground/matters/open-works.ts'
import { NOT_ASSESSED } from '#methods/themes/measured-names.ts'
import type { Theme } from '#methods/themes/themes-found.ts'
import { linkAnswers } from './link-answers.ts'
import { measuresOf, type Plan, type StoredMeasure } from './plan-themes.ts'
import type { ReadableAnswer } from './readable-answers.ts'
import { markHidden } from './theme-words.ts'
import type { FoundByProcess } from './theming-messages.ts'

/** Rows a statement: as one, forty thousand would be tens of megabytes of text. */
const ROWS_A_STATEMENT = 10_000

export interface Themed {
  runId: string
  questionId: string
  call: { id: string; language: string; unitId: string }
  answers: readonly ReadableAnswer[]
  computed: FoundByProcess
  plan: Plan
  at: Date
}

/** Writes what a run found, by sets, in the transaction that ends the run: all of it or nothing, however often it is begun. */
export async function storeThemes(tx: Tx, themed: Themed): Promise<void> {
  const { plan, questionId, answers, at } = themed
  const ids = await openThemes(tx, themed)
  for (const [found, id] of [...plan.continues, ...plan.within]) ids.set(found, id)
  await updateThemes(tx, themed, ids)
  await endThemes(tx, plan.ended, at)
  await storeSpaces(tx, themed)
  await replacePlacements(tx, themed, ids)
  await replaceReadings(tx, themed)
  const read = answers.map(({ id }) => id)
  await markHidden(tx, { questionId, read })
  await linkAnswers(tx, { questionId, at })
}

async function openThemes(
  tx: Tx,
  { plan, questionId, call, runId, computed, at }: Themed,
): Promise<Map<string, string>> {
  const works = await openWorks(
    tx,
    plan.fresh.map(({ language }) => ({
      slice: 'calls',
      kind: 'theme',
      title: null,
      language: languageOf(language, call.language),
      unitId: call.unitId,
      at,
    })),
  )
  const ids = new Map(plan.fresh.map(({ id }, place) => [id, works[place]?.id ?? '']))
  const measures = measuresOf(computed.spaces)
  const standing = new Map([...ids, ...plan.continues, ...plan.within])
  const rows = plan.fresh.map((theme) => ({
    id: ids.get(theme.id) ?? '',
    questionId,
    parentId: theme.parent === undefined ? null : (standing.get(theme.parent) ?? null),
    ...wordsOf(theme),
    runId,
    measure: measures.get(theme.id) ?? null,
  }))
  // Parents first: the others refer to them.
  await insertRows(tx, 'callThemes', rows.filter(({ parentId }) => parentId === null).map(asRow))
  await insertRows(tx, 'callThemes', rows.filter(({ parentId }) => parentId !== null).map(asRow))
  return ids
}

const languageOf = (language: string, otherwise: string) => (language === 'und' ? otherwise : language)

function asRow<T extends { measure: StoredMeasure | null; words: string[] }>(row: T) {
  return {
    ...row,
    about: '',
    isNamed: false,
    version: 1,
    hiddenMark: 0,
    measure: row.measure === null ? null : (row.measure as never),
  }
}

/** Where no word stands out there is no label: a passage of one answer would be that person's words. */
function wordsOf({ words, is_small, language }: Theme) {
  return { label: words.slice(0, 3).join(', '), words, isSmall: is_small ?? false, language }
}

/** Standing themes take the words and the middle of what continues them, and the middles of what lies within them. */
async function updateThemes(
  tx: Tx,
  { plan, computed, questionId }: Themed,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const measures = measuresOf(computed.spaces)
  const themes = new Map(computed.found.themes.map((theme) => [theme.id, theme]))
  const rows = [...plan.continues].flatMap(([found, id]) => {
    const theme = themes.get(found)
    const parentId = theme?.parent === undefined ? null : (ids.get(theme.parent) ?? null)
    return theme ? [{ id, ...wordsOf(theme), measure: measures.get(found) ?? null, parentId }] : []
  })
  for (const row of rows) {
    const more = [...plan.within]
      .filter(([, id]) => id === row.id)
      .flatMap(([found]) => measures.get(found) ?? [])
    if (row.measure)
      row.measure = {
        ...row.measure,
        centres: [...row.measure.centres, ...more.flatMap(({ centres }) => centres)],
      }
  }
  await sql`
    update call_themes t
    set label = n.label, words = n.words, is_small = n.is_small, language = n.language, measure = n.measure,
      parent_id = case
        when t.is_named or exists (select from theme_steps s where s.theme_id = t.id) or t.id = n.parent_id then t.parent_id
        else n.parent_id end
    from json_to_recordset(${jsonOf(rows)}::json) as n (
      id uuid, label text, words text[], is_small boolean, language text, measure jsonb, parent_id uuid
    )
    where t.id = n.id`.execute(tx)
  // In a new space nothing lies where it lay: what the run did not find is measured by its own answers again.
  await sql`
    update call_themes set measure = null
    where question_id = ${questionId} and id = any(${[...plan.untouched]}::uuid[])`.execute(tx)
}

async function endThemes(tx: Tx, ended: readonly string[], at: Date): Promise<void> {
  if (ended.length === 0) return
  await tx.updateTable('callThemes').set({ endedAt: at, measure: null }).where('id', 'in', ended).execute()
  await closeWorks(tx, ended, at)
}

async function storeSpaces(tx: Tx, { runId, questionId, computed }: Themed): Promise<void> {
  // Only the newest run's are ever read; an old one's would be megabytes for nobody.
  await sql`
    delete from theme_spaces
    where run_id in (select id from theming_runs where question_id = ${questionId})`.execute(tx)
  for (const { language, sure, space } of computed.spaces)
    await tx
      .insertInto('themeSpaces')
      .values({ runId, language, sure: JSON.stringify(sure), space: Buffer.from(space) })
      .execute()
}

async function replacePlacements(
  tx: Tx,
  { plan, questionId }: Themed,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const placed = plan.placements.map(({ answerId }) => answerId)
  await sql`
    delete from answer_themes p
    using call_themes t
    where t.id = p.theme_id and t.question_id = ${questionId} and p.put_by = 'method'
      and (t.ended_at is not null or p.answer_id in (select unnest(${placed}::uuid[])))`.execute(tx)
  const rows = plan.placements.flatMap(({ answerId, themes, sure }) => {
    // Two found themes within one kept theme are one to the answer.
    const placed = new Map<string, number>()
    themes.forEach((found, at) => {
      const id = ids.get(found)
      if (id !== undefined && !placed.has(id)) placed.set(id, sure[at] ?? 0)
    })
    return [...placed].map(([themeId, share], rank) => ({
      answerId,
      themeId,
      rank: rank + 1,
      sure: share,
      putBy: 'method' as const,
    }))
  })
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await insertRows(tx, 'answerThemes', rows.slice(from, from + ROWS_A_STATEMENT))
}

async function replaceReadings(tx: Tx, { questionId, answers, computed, at }: Themed): Promise<void> {
  await tx.deleteFrom('answerReadings').where('questionId', '=', questionId).execute()
  const rows = computed.found.answers.map((answer, place) => ({
    answerId: answers[place]?.id ?? '',
    questionId,
    likeId: answer.duplicate_of === undefined ? null : (answers[answer.duplicate_of - 1]?.id ?? null),
    stance: answer.stance ?? NOT_ASSESSED,
    sentiment: answer.sentiment ?? NOT_ASSESSED,
    readAt: at,
  }))
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await insertRows(tx, 'answerReadings', rows.slice(from, from + ROWS_A_STATEMENT))
}
