import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { closeWorks } from '#ground/matters/open-works.ts'
import { placeByTeam, rememberPlaces } from './move-answers.ts'
import type { StoredMeasure } from './plan-themes.ts'
import { type Changing, changeTheme } from './theme-step.ts'

interface Into {
  id: string
  number: number
  questionId: string
}

/** One theme goes into another with all its answers; its number stays and leads there. */
export function mergeTheme(db: Db, changing: Changing, into: Into) {
  return changeTheme(db, { ...changing, kind: 'merged' }, async (tx, stepId) => {
    const { theme, once } = changing
    if (into.id === theme.id) return 'itself'
    if (into.questionId !== theme.questionId) return 'other-question'
    const [own, other] = [await rowOf(tx, theme.id), await rowOf(tx, into.id)]
    if (!own || !other || other.mergedInto || other.endedAt) return 'no-such-theme'
    const { rows } = await sql<{
      id: string
    }>`select answer_id as id from answer_themes where theme_id = ${theme.id}`.execute(tx)
    const answers = rows.map(({ id }) => id)
    await rememberPlaces(tx, { stepId, themes: [theme.id, into.id], answers })
    await placeByTeam(tx, { from: theme.id, to: into.id, answers })
    const parts = await movePartsUnder(tx, theme.id, other.parentId === theme.id ? null : into.id)
    const together = measuredTogether(measureIn(own.measure), measureIn(other.measure))
    await tx
      .updateTable('callThemes')
      .set({ measure: together === null ? null : JSON.stringify(together) })
      .where('id', '=', into.id)
      .execute()
    await tx.updateTable('callThemes').set({ mergedInto: into.id }).where('id', '=', theme.id).execute()
    await closeWorks(tx, [theme.id], once.now)
    return {
      otherId: into.id,
      answers: answers.length,
      before: { parts, measure: other.measure },
      words: { number: theme.number, to: into.number, answers: answers.length },
    }
  })
}

function rowOf(tx: Tx, id: string) {
  return tx
    .selectFrom('callThemes')
    .select(['parentId', 'measure', 'mergedInto', 'endedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Two levels and no more: the parts of a broad theme become parts of the other, or stand alone where that was one of them. */
async function movePartsUnder(tx: Tx, themeId: string, parentId: string | null): Promise<string[]> {
  const moved = await tx
    .updateTable('callThemes')
    .set((eb) => ({
      parentId:
        parentId === null
          ? null
          : eb.fn.coalesce(
              eb.selectFrom('callThemes as other').select('other.parentId').where('other.id', '=', parentId),
              eb.val(parentId),
            ),
    }))
    .where('parentId', '=', themeId)
    .returning('id')
    .execute()
  return moved.map(({ id }) => id)
}

// Written by us, as StoredMeasure.
const measureIn = (measure: unknown) => measure as StoredMeasure | null

/** Where one of them is not measured yet, or in another language, the answers will say where the whole lies. */
function measuredTogether(one: StoredMeasure | null, other: StoredMeasure | null): StoredMeasure | null {
  if (!one || !other || one.language !== other.language) return null
  const { bar: _, ...rest } = other
  return { ...rest, centres: [...other.centres, ...one.centres] }
}
