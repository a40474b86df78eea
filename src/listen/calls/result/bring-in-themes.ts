import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { orderedId } from '#core/ids/ids.ts'
import { openWork } from '#ground/matters/open-work.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import type { Call } from '../call.ts'
import type { ThemeDecision } from './figures.ts'

/** A theme that people made elsewhere, with the answers in it by their sources. */
export interface GivenTheme {
  title: string
  words: readonly string[]
  isSmall: boolean
  sources: readonly string[]
  decision: { outcome: ThemeDecision['outcome']; reason: string; onDay: string | null } | null
}

interface Bringing {
  call: Call
  questionId: string
  themes: readonly GivenTheme[]
  at: Date
}

/** Brings in themes that people made and named, an entry each: placements, two quotations and what the body decided. */
export async function bringInThemes(db: Db, { call, questionId, themes, at }: Bringing): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const theme of themes) await bringIn(tx, theme, { call, questionId, at })
  })
}

async function bringIn(
  tx: Tx,
  theme: GivenTheme,
  { call, questionId, at }: Omit<Bringing, 'themes'>,
): Promise<void> {
  const { title, isSmall, decision } = theme
  const { language, body } = call
  const work = await openWork(tx, { slice: 'calls', kind: 'theme', title, language, unitId: body.unitId, at })
  await tx
    .insertInto('callThemes')
    .values({ id: work.id, questionId, label: title, words: [...theme.words], isNamed: true, isSmall })
    .execute()
  await placeAnswers(tx, { themeId: work.id, questionId, sources: theme.sources, at })
  if (decision)
    await tx
      .insertInto('themeDecisions')
      .values({
        id: orderedId(at),
        themeId: work.id,
        bodyId: body.id,
        language,
        decidedAt: at,
        ...decision,
      })
      .execute()
  const publicWords = {
    title,
    answers: theme.sources.length,
    outcome: decision?.outcome,
    reason: decision?.reason,
  }
  await appendEntry(tx, { kind: 'theme.brought-in', at, workId: work.id, bodyId: body.id, publicWords })
}

const QUOTED = 2

async function placeAnswers(
  tx: Tx,
  {
    themeId,
    questionId,
    sources,
    at,
  }: { themeId: string; questionId: string; sources: readonly string[]; at: Date },
): Promise<void> {
  await sql`
    insert into answer_themes (answer_id, theme_id, rank, put_by)
    select answers.id, ${themeId}::uuid, 1, 'team'
    from answers
    where answers.source = any(${[...sources]}::text[])
    on conflict do nothing`.execute(tx)
  await sql`
    insert into theme_quotations (theme_id, answer_id, passage, marked_at)
    select ${themeId}::uuid, answers.id, answer_words.words, ${at}
    from answers
    join answer_words on answer_words.answer_id = answers.id
    where answers.source = any(${sources.slice(0, QUOTED)}::text[]) and answer_words.question_id = ${questionId}`.execute(
    tx,
  )
}
