import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#core/db/connect.ts'
import { closeWorks, nameWork } from '#ground/matters/open-works.ts'
import { type Changing, changeTheme, type StepRefusal } from './theme-step.ts'

/** The last step of a theme that nobody has undone; null where there is none. */
export async function lastStepOf(db: Db | Tx, themeId: string) {
  const step = await db
    .selectFrom('themeSteps')
    .select(['id', 'themeId', 'otherId', 'kind', 'before', 'answers', 'madeAt'])
    .where((eb) => eb.or([eb('themeId', '=', themeId), eb('otherId', '=', themeId)]))
    .where('undoneBy', 'is', null)
    .where('kind', '<>', 'undone')
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return step ?? null
}

type LastStep = NonNullable<Awaited<ReturnType<typeof lastStepOf>>>

/**
 * Undoes the last step that touched a theme, by a further step. Only the last: what was built on a step must be undone before it.
 */
export function undoStep(db: Db, changing: Changing, stepId: string) {
  return changeTheme(db, { ...changing, kind: 'undone' }, async (tx, undoId) => {
    const last = await lastWithout(tx, changing.theme.id, undoId)
    if (!last) return 'nothing-to-undo'
    if (last.id !== stepId) return 'not-the-last'
    const other = last.themeId === changing.theme.id ? last.otherId : last.themeId
    if (other !== null && (await lastWithout(tx, other, undoId))?.id !== last.id) return 'not-the-last'
    const refused = await takeBack(tx, last, changing.once.now)
    if (refused) return refused
    await tx.updateTable('themeSteps').set({ undoneBy: undoId }).where('id', '=', last.id).execute()
    const words = { number: changing.theme.number, step: last.kind, answers: last.answers }
    return { otherId: other ?? undefined, answers: last.answers, words }
  })
}

/** The step that undoes is there already, as `undone`, and is passed over. */
async function lastWithout(tx: Tx, themeId: string, undoId: string): Promise<LastStep | null> {
  const last = await lastStepOf(tx, themeId)
  return last?.id === undoId ? null : last
}

async function takeBack(tx: Tx, step: LastStep, at: Date): Promise<StepRefusal | null> {
  if (step.kind === 'named') return nameAsBefore(tx, step)
  if (step.kind === 'raised') {
    const { parentId } = z.object({ parentId: z.string() }).parse(step.before)
    await tx.updateTable('callThemes').set({ parentId }).where('id', '=', step.themeId).execute()
    return null
  }
  await placesAsBefore(tx, step)
  if (step.kind === 'merged') await apartAgain(tx, step)
  if (step.kind === 'split') await endSplit(tx, step, at)
  return null
}

const named = z.object({
  title: z.string().nullable(),
  language: z.string(),
  about: z.string(),
  isNamed: z.boolean(),
})

async function nameAsBefore(tx: Tx, { themeId, before }: LastStep): Promise<null> {
  const { title, language, about, isNamed } = named.parse(before)
  await nameWork(tx, { id: themeId, title, language })
  await tx.updateTable('callThemes').set({ about, isNamed }).where('id', '=', themeId).execute()
  return null
}

/** The answers of the step are in its two themes exactly as they were. */
async function placesAsBefore(tx: Tx, { id, themeId, otherId }: LastStep): Promise<void> {
  await sql`
    delete from answer_themes
    where theme_id = any(${[themeId, otherId]}::uuid[])
      and answer_id in (select answer_id from theme_step_answers where step_id = ${id})`.execute(tx)
  await sql`
    insert into answer_themes (answer_id, theme_id, rank, sure, put_by)
    select answer_id, theme_id, rank, sure, put_by from theme_step_answers where step_id = ${id}`.execute(tx)
}

async function apartAgain(tx: Tx, { themeId, otherId, before }: LastStep): Promise<void> {
  const { parts } = z.object({ parts: z.array(z.string()) }).parse(before)
  await tx
    .updateTable('callThemes')
    .set({ mergedInto: null, measure: null })
    .where('id', '=', themeId)
    .execute()
  if (parts.length > 0)
    await tx.updateTable('callThemes').set({ parentId: themeId }).where('id', 'in', parts).execute()
  if (otherId) await tx.updateTable('callThemes').set({ measure: null }).where('id', '=', otherId).execute()
  await closeWorks(tx, [themeId], null)
}

async function endSplit(tx: Tx, { otherId }: LastStep, at: Date): Promise<void> {
  if (otherId === null) return
  await tx.updateTable('callThemes').set({ endedAt: at }).where('id', '=', otherId).execute()
  await closeWorks(tx, [otherId], at)
}
