import type { Db } from '#core/db/connect.ts'
import { nameWork } from '#ground/matters/open-works.ts'
import { type Changing, changeTheme } from './theme-step.ts'

/** People give a theme its name, and say what it is about. */
export function nameTheme(
  db: Db,
  changing: Changing,
  { name, about, language }: { name: string; about: string; language: string },
) {
  return changeTheme(db, { ...changing, kind: 'named' }, async (tx) => {
    const { theme } = changing
    const before = await tx
      .selectFrom('callThemes')
      .innerJoin('works', 'works.id', 'callThemes.id')
      .select(['works.title', 'works.language', 'callThemes.about', 'callThemes.isNamed'])
      .where('callThemes.id', '=', theme.id)
      .executeTakeFirstOrThrow()
    await nameWork(tx, { id: theme.id, title: name, language })
    await tx.updateTable('callThemes').set({ about, isNamed: true }).where('id', '=', theme.id).execute()
    return { before, words: { number: theme.number, title: name, about, language } }
  })
}
