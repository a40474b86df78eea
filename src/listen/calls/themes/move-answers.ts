import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { openWorks } from '#ground/matters/open-works.ts'
import { type Changing, changeTheme } from './theme-step.ts'

interface Moving {
  /** Public numbers of the answers. */
  answers: readonly number[]
  to: { id: string; number: number; questionId: string }
}

/** Answers go from one theme to another. If one of them is no longer there, none goes: somebody else was quicker. */
export function moveAnswers(db: Db, changing: Changing, { answers, to }: Moving) {
  return changeTheme(db, { ...changing, kind: 'answers-moved' }, async (tx, stepId) => {
    const { theme } = changing
    if (to.id === theme.id) return 'itself'
    if (to.questionId !== theme.questionId) return 'other-question'
    const moved = await move(tx, { stepId, from: theme.id, to: to.id, answers })
    if (typeof moved === 'string') return moved
    return { otherId: to.id, answers: moved, words: { number: theme.number, to: to.number, answers: moved } }
  })
}

interface Splitting {
  answers: readonly number[]
  name: string
  language: string
  unitId: string
}

/** Answers become a theme of their own, with a name. */
export function splitTheme(db: Db, changing: Changing, { answers, name, language, unitId }: Splitting) {
  return changeTheme(db, { ...changing, kind: 'split' }, async (tx, stepId) => {
    const { theme, once } = changing
    const [work] = await openWorks(tx, [
      { slice: 'calls', kind: 'theme', title: name, language, unitId, at: once.now },
    ])
    if (!work) throw new Error('A theme was not opened.')
    const { parentId, language: spoken } = await tx
      .selectFrom('callThemes')
      .select(['parentId', 'language'])
      .where('id', '=', theme.id)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('callThemes')
      .values({
        id: work.id,
        questionId: theme.questionId,
        parentId,
        label: '',
        words: [],
        isNamed: true,
        language: spoken,
      })
      .execute()
    const moved = await move(tx, { stepId, from: theme.id, to: work.id, answers })
    if (typeof moved === 'string') return moved
    return {
      otherId: work.id,
      answers: moved,
      words: { number: theme.number, to: work.number, title: name, language, answers: moved },
    }
  })
}

interface Move {
  stepId: string
  from: string
  to: string
  answers: readonly number[]
}

async function move(
  tx: Tx,
  { stepId, from, to, answers }: Move,
): Promise<number | 'no-answers' | 'answers-not-there'> {
  if (answers.length === 0) return 'no-answers'
  const { rows } = await sql<{ id: string }>`
    select a.id
    from matters m
    join answers a on a.id = m.id
    join answer_themes p on p.answer_id = a.id and p.theme_id = ${from}
    where m.number = any(${answers}::bigint[])
    for update of p`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length < new Set(answers).size) return 'answers-not-there'
  await rememberPlaces(tx, { stepId, themes: [from, to], answers: ids })
  await placeByTeam(tx, { from, to, answers: ids })
  return ids.length
}

/** Where these answers are in these themes, for whoever undoes it. */
export async function rememberPlaces(
  tx: Tx,
  { stepId, themes, answers }: { stepId: string; themes: readonly string[]; answers: readonly string[] },
): Promise<void> {
  await sql`
    insert into theme_step_answers (step_id, answer_id, theme_id, rank, sure, put_by)
    select ${stepId}, answer_id, theme_id, rank, sure, put_by
    from answer_themes
    where theme_id = any(${themes}::uuid[]) and answer_id = any(${answers}::uuid[])`.execute(tx)
}

/** In the other theme they stand as people put them; a run leaves them there. */
export async function placeByTeam(
  tx: Tx,
  { from, to, answers }: { from: string; to: string; answers: readonly string[] },
): Promise<void> {
  await sql`
    with gone as (
      delete from answer_themes
      where theme_id = ${from} and answer_id = any(${answers}::uuid[])
      returning answer_id, rank
    )
    insert into answer_themes (answer_id, theme_id, rank, sure, put_by)
    select answer_id, ${to}, rank, null, 'team' from gone
    on conflict (answer_id, theme_id) do update
    set put_by = 'team', sure = null, rank = least(answer_themes.rank, excluded.rank)`.execute(tx)
}
