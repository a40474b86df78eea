import { sql } from 'kysely'
import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { link } from '#ground/matters/link.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { tellLater } from '../choice-letters/choices-to-tell.ts'
import { linkAnswers } from './link-answers.ts'

/** Announces the choices whose five minutes are over: one entry each, however many answers a theme holds. */
export async function announceChoicesJob({ db, clock }: JobHouse): Promise<void> {
  const due = await db
    .selectFrom('pendingThemeDecisions')
    .select('id')
    .where('announceAt', '<=', clock.now())
    .orderBy('announceAt')
    .execute()
  for (const { id } of due) await announce(db, id)
}

async function announce(db: Db, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const choice = await tx
      .deleteFrom('pendingThemeDecisions')
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    // Taken back, or announced by another node, since it was looked up.
    if (!choice) return
    const { themeId, answerId, announceAt: at } = choice
    if (themeId !== null) await announceOfTheme(tx, { ...choice, themeId, at })
    else if (answerId !== null) await announceOfAnswer(tx, { ...choice, answerId, at })
  })
}

interface Announced {
  id: string
  bodyId: string
  outcome: string
  reason: string
  language: string
  onDay: string | null
  leadsTo: string | null
  decidedBy: string | null
  at: Date
}

async function announceOfTheme(tx: Tx, choice: Announced & { themeId: string }): Promise<void> {
  const { themeId, at, bodyId, leadsTo } = choice
  await tx
    .insertInto('themeDecisions')
    .values({ ...rowOf(choice), themeId })
    .execute()
  await tellLater(tx, { id: choice.id, at, about: { themeId } })
  const theme = await tx
    .selectFrom('callThemes')
    .innerJoin('works', 'works.id', 'callThemes.id')
    .select(['works.number', 'callThemes.questionId'])
    .where('callThemes.id', '=', themeId)
    .executeTakeFirstOrThrow()
  await linkAnswers(tx, { questionId: theme.questionId, themeIds: [themeId], at })
  if (leadsTo !== null) await link(tx, { from: themeId, to: leadsTo, relation: 'carried-out-by', at })
  const publicWords = {
    number: theme.number,
    ...(await wordsOf(tx, choice)),
    answers: await answersIn(tx, themeId),
  }
  await appendEntry(tx, { kind: `theme.${choice.outcome}`, at, workId: themeId, bodyId, publicWords })
}

async function announceOfAnswer(tx: Tx, choice: Announced & { answerId: string }): Promise<void> {
  const { answerId, at, bodyId, leadsTo, onDay } = choice
  await tx
    .insertInto('answerDecisions')
    .values({ ...rowOf(choice), answerId, onDay, leadsTo })
    .execute()
  await tellLater(tx, { id: choice.id, at, about: { answerId } })
  const { number } = await tx
    .selectFrom('matters')
    .select('number')
    .where('id', '=', answerId)
    .executeTakeFirstOrThrow()
  if (leadsTo !== null) await link(tx, { from: answerId, to: leadsTo, relation: 'carried-out-by', at })
  const publicWords = await wordsOf(tx, choice)
  await appendEntry(tx, {
    kind: `answer.${choice.outcome}`,
    at,
    matter: { id: answerId, number },
    bodyId,
    publicWords,
  })
  await announceChange(tx, `answer:${number}`)
}

function rowOf({ id, bodyId, outcome, reason, language, onDay, leadsTo, decidedBy, at }: Announced) {
  return { id, bodyId, outcome, reason, language, onDay, leadsTo, decidedBy, decidedAt: at }
}

async function wordsOf(tx: Tx, { outcome, reason, language, onDay, leadsTo }: Announced) {
  const led =
    leadsTo === null
      ? undefined
      : await tx.selectFrom('matters').select('number').where('id', '=', leadsTo).executeTakeFirst()
  return {
    outcome,
    reason,
    language,
    ...(onDay ? { on_day: onDay } : {}),
    ...(led ? { leads_to: led.number } : {}),
  }
}

async function answersIn(tx: Tx, themeId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from answers_in_themes where theme_id = ${themeId} and is_readable`.execute(tx)
  return rows[0]?.count ?? 0
}
