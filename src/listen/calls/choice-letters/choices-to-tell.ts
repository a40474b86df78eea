import { sql } from 'kysely'
import type { Tx } from '#core/db/connect.ts'
import type { Outcome } from '../themes/themes-of.ts'

/** A choice of which not every author has heard yet. */
export interface ToTell {
  decisionId: string
  themeId: string | null
  answerId: string | null
  /** How far it was told, in the order of `mark`. */
  toldUpTo: string
}

interface Announced {
  id: string
  at: Date
  about: { themeId: string } | { answerId: string }
}

/** Notes, in the transaction that announces a choice, that its authors are to be told. */
export async function tellLater(tx: Tx, { id, at, about }: Announced): Promise<void> {
  await tx
    .insertInto('choicesToTell')
    .values({ decisionId: id, decidedAt: at, ...about })
    .execute()
}

/** The oldest that is not done, held against other nodes until the transaction ends. */
export async function nextToTell(tx: Tx): Promise<ToTell | undefined> {
  return tx
    .selectFrom('choicesToTell')
    .select(['decisionId', 'themeId', 'answerId', 'toldUpTo'])
    .orderBy('decidedAt')
    .orderBy('decisionId')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** What a letter says of the choice. */
export interface Told {
  outcome: Outcome
  reason: string
  body: string
  call: string | null
  theme: { name: string | null; words: string[]; number: number } | null
}

export async function whatWasChosen(tx: Tx, { decisionId }: ToTell): Promise<Told | undefined> {
  const { rows } = await sql<Told>`
    select d.outcome, d.reason, bodies.name as body, call.title as call,
      json_build_object('name', works.title, 'words', t.words, 'number', works.number) as theme
    from theme_decisions d
    join bodies on bodies.id = d.body_id
    join call_themes t on t.id = d.theme_id
    join works on works.id = t.id
    join call_questions on call_questions.id = t.question_id
    join matters call on call.id = call_questions.call_id
    where d.id = ${decisionId}
    union all
    select d.outcome, d.reason, bodies.name, call.title, null
    from answer_decisions d
    join bodies on bodies.id = d.body_id
    join answers on answers.id = d.answer_id
    join matters call on call.id = answers.call_id
    where d.id = ${decisionId}`.execute(tx)
  return rows[0]
}

/** Somebody who hears of it, with the answers of theirs it is about. */
export interface Hearer {
  address: string
  language: string
  numbers: number[]
  mark: string
}

/**
 * The next who are told: everybody with an address once, however many answers they gave, in the order of a hash of their address that
 * is this decision's own. An anonymous author has no row to be found by.
 */
export async function nextHearers(tx: Tx, choice: ToTell, most: number): Promise<Hearer[]> {
  const { decisionId, themeId, answerId, toldUpTo } = choice
  const about =
    themeId === null
      ? sql`select id as answer_id from answers where id = ${answerId} and withdrawn_at is null`
      : sql`select answer_id from answers_in_themes where theme_id = ${themeId} and is_readable`
  const { rows } = await sql<Hearer>`
    with about as (${about}), hearers as (
      select people.email as address, people.language, matters.number
      from about
      join matters on matters.id = about.answer_id
      join answer_authors on answer_authors.answer_id = about.answer_id
      join people on people.id = answer_authors.person_id
      where people.email is not null
      union all
      select answer_signatures.email, matters.language, matters.number
      from about
      join matters on matters.id = about.answer_id
      join answer_signatures on answer_signatures.answer_id = about.answer_id
      where answer_signatures.email is not null
    )
    select
      min(address) as address,
      (array_agg(language order by number))[1] as language,
      array_agg(distinct number order by number) as numbers,
      md5(${decisionId} || lower(address)) as mark
    from hearers
    group by lower(address)
    having md5(${decisionId} || lower(address)) > ${toldUpTo}
    order by mark
    limit ${most}`.execute(tx)
  return rows
}
