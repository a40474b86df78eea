import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { JobHouse } from '#core/slice/house.ts'
import {
  placeInThemes,
  type Standing,
  type SureTable,
  type ThemeMeasure,
} from '#methods/themes/place-in-themes.ts'
import { readSpace, type ThemeSpace, vectorsIn } from '#methods/themes/theme-space.ts'
import { linkNewAnswers } from './link-answers.ts'
import type { StoredMeasure } from './plan-themes.ts'
import { IS_READABLE, type ReadableAnswer, unreadAnswers } from './readable-answers.ts'

const ANSWERS_A_SET = 2_000
/** Of a theme that people made, so many of its answers say where it lies. */
const ANSWERS_FOR_A_MIDDLE = 200

/** Puts answers that came in, or were released, since the last run into the themes that stand; what fits none stays without. */
export async function placeAnswersJob({ db, clock }: JobHouse): Promise<void> {
  for (const questionId of await questionsWithThemes(db)) {
    let placed = ANSWERS_A_SET
    while (placed === ANSWERS_A_SET) placed = await placeOneSet(db, questionId, clock.now())
  }
}

async function questionsWithThemes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.question_id as id
    from theme_spaces s
    join theming_runs r on r.id = s.run_id
    where not exists (select from theming_runs u where u.question_id = r.question_id and u.ended_at is null)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** One set in one transaction, so that a kill leaves whole sets. Answers how many were looked at. */
function placeOneSet(db: Db, questionId: string, at: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const answers = await unreadAnswers(tx, questionId, ANSWERS_A_SET)
    if (answers.length === 0) return 0
    await sql`select pg_advisory_xact_lock(hashtextextended(${`themes of ${questionId}`}, 7))`.execute(tx)
    const standing = await standingOf(tx, questionId)
    const placed = placeAll(answers, standing)
    await insertRows(tx, 'answerThemes', placed)
    await insertRows(
      tx,
      'answerReadings',
      answers.map(({ id: answerId }) => ({ answerId, questionId, readAt: at })),
    )
    await linkNewAnswers(tx, { questionId, answerIds: answers.map(({ id }) => id), at })
    return answers.length
  })
}

type StandingPart = Standing & { language: string }

function placeAll(answers: readonly ReadableAnswer[], standing: readonly StandingPart[]) {
  const [main] = standing
  if (!main) return []
  const byPart = Map.groupBy(
    answers,
    ({ language }) => standing.find((part) => part.language === language) ?? main,
  )
  return [...byPart].flatMap(([part, some]) =>
    placeInThemes(
      some.map(({ words }) => words),
      part,
    ).flatMap(({ themes, sure }, at) =>
      themes.map((themeId, rank) => ({
        answerId: some[at]?.id ?? '',
        themeId,
        rank: rank + 1,
        sure: sure[rank] ?? 0,
        putBy: 'method' as const,
      })),
    ),
  )
}

/** The spaces of the last run, that of the most words first, each with the themes that stand in it. */
async function standingOf(tx: Tx, questionId: string): Promise<StandingPart[]> {
  const spaces = await tx
    .selectFrom('themeSpaces')
    .innerJoin('themingRuns', 'themingRuns.id', 'themeSpaces.runId')
    .select(['themeSpaces.language', 'themeSpaces.sure', 'themeSpaces.space'])
    .where('themingRuns.questionId', '=', questionId)
    .orderBy(sql`length(space)`, 'desc')
    .execute()
  const themes = await tx
    .selectFrom('callThemes')
    .select(['id', 'language', 'measure', 'parentId'])
    .where('questionId', '=', questionId)
    .where('mergedInto', 'is', null)
    .where('endedAt', 'is', null)
    .execute()
  const languages = new Set(spaces.map(({ language }) => language))
  const main = spaces[0]?.language ?? ''
  const standing: StandingPart[] = []
  for (const { language, sure, space } of spaces) {
    const read = readSpace(space)
    const measures: ThemeMeasure[] = []
    for (const theme of themes) {
      // Written by us, as StoredMeasure.
      const measure = theme.measure as unknown as StoredMeasure | null
      const home = measure?.language ?? (languages.has(theme.language) ? theme.language : main)
      if (home !== language) continue
      const own = measure ?? (await middleOf(tx, { themeId: theme.id, questionId, space: read }))
      if (own)
        measures.push({
          id: theme.id,
          centres: own.centres,
          ...(own.bar === undefined ? {} : { bar: own.bar }),
        })
    }
    standing.push({ language, space: read, themes: measures, sure: sure as unknown as SureTable })
  }
  return standing
}

/** A theme that people made lies where its answers lie. A broad one has none of its own, and takes none. */
async function middleOf(
  tx: Tx,
  { themeId, questionId, space }: { themeId: string; questionId: string; space: ThemeSpace },
): Promise<Pick<StoredMeasure, 'centres' | 'bar'> | null> {
  const { rows } = await sql<{ words: string }>`
    select w.words
    from answer_themes p
    join answers a on a.id = p.answer_id
    join matters m on m.id = a.id
    join answer_words w on w.answer_id = a.id and w.question_id = ${questionId}
    where p.theme_id = ${themeId} and ${IS_READABLE}
    order by p.rank, m.number
    limit ${ANSWERS_FOR_A_MIDDLE}`.execute(tx)
  if (rows.length === 0) return null
  const vectors = vectorsIn(
    space,
    rows.map(({ words }) => words),
  )
  const middle = new Float64Array(vectors.width)
  vectors.values.forEach((value, at) => {
    middle[at % vectors.width] = (middle[at % vectors.width] ?? 0) + value
  })
  const length = Math.hypot(...middle)
  return length === 0 ? null : { centres: [Array.from(middle, (value) => value / length)] }
}
