import type { Db } from '#core/db/connect.ts'
import { type Changing, changeTheme } from './theme-step.ts'

/** A part of a broad theme becomes a theme of its own, with its answers. */
export function raiseTheme(db: Db, changing: Changing) {
  return changeTheme(db, { ...changing, kind: 'raised' }, async (tx) => {
    const { theme } = changing
    const before = await tx
      .selectFrom('callThemes')
      .innerJoin('works', 'works.id', 'callThemes.parentId')
      .select(['callThemes.parentId', 'works.number'])
      .where('callThemes.id', '=', theme.id)
      .executeTakeFirst()
    if (!before) return 'not-a-part'
    await tx.updateTable('callThemes').set({ parentId: null }).where('id', '=', theme.id).execute()
    return { before: { parentId: before.parentId }, words: { number: theme.number, from: before.number } }
  })
}
