import type { Db, Tx } from '#core/db/connect.ts'
import { insertRows } from '#core/db/insert-rows.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import { isoDate } from '#core/time/days.ts'
import { countPeople } from '#ground/gatherings/count-people.ts'
import type { Gathering } from '#ground/gatherings/find-gathering.ts'
import { linkAll } from '#ground/matters/link.ts'
import { startOfHour } from '#ground/matters/open-matter.ts'
import { type HandIn, storeSubmissions } from '../../propose/submissions/index.ts'
import { callById, type NewAnswer, type TakenIn, takeInAnswers } from '../calls/index.ts'
import { enterAnswers } from '../intake/index.ts'
import { type Sheet, titleOf } from './heard-input.ts'

export interface Entering {
  gathering: Gathering
  rows: Sheet['rows']
  language: string
  /** Where it goes; not asked where the gathering belongs to a call. */
  body: HandIn['body'] | null
  /** Null: it was counted before. */
  peopleThere: number | null
  by: { id: string } | null
  now: Date
}

export type EnteredRow = { id: string; number: number; isRepeat: boolean }

export type EnterOutcome =
  | { ok: true; entered: EnteredRow[] }
  /** Nothing of the sheet was taken in. */
  | { ok: false; why: 'call-not-open' | 'call-not-for-them' | 'call-asks-no-words' | 'no-body' }

/**
 * Takes in what was heard: each row becomes a matter with a story, or an answer to the gathering's call, linked to where it was
 * heard. A row known by its id is told again with the number it had; all of a sheet goes in, or nothing. Two who send one sheet at once wait for
 * each other at the gathering's row.
 */
export async function enterHeard(db: Db, entering: Entering): Promise<EnterOutcome> {
  return inTransaction(db, async (tx) => {
    const { gathering, rows, peopleThere, now } = entering
    await tx.selectFrom('gatherings').select('id').where('id', '=', gathering.id).forUpdate().execute()
    const known = await knownRows(tx, rows)
    const fresh = rows.filter(
      ({ id }, place) => !known.has(id) && rows.findIndex((row) => row.id === id) === place,
    )
    const made =
      gathering.callId === null ? await handIn(tx, entering, fresh) : await answer(tx, entering, fresh)
    if ('why' in made) return made
    await keepRows(tx, entering, made.matters)
    if (peopleThere !== null) await countPeople(tx, { gathering, people: peopleThere, now })
    if (entering.body) await announceChange(tx, `body:${entering.body.slug}`)
    const numbers = new Map(made.matters.map(({ rowId, number }) => [rowId, number]))
    const entered = rows.map(({ id }) => ({
      id,
      number: known.get(id) ?? numbers.get(id) ?? 0,
      isRepeat: known.has(id),
    }))
    return { ok: true, entered }
  })
}

async function knownRows(tx: Tx, rows: Sheet['rows']): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const found = await tx
    .selectFrom('thingsHeard')
    .innerJoin('matters', 'matters.id', 'thingsHeard.matterId')
    .select(['thingsHeard.rowId', 'matters.number'])
    .where(
      'thingsHeard.rowId',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return new Map(found.map(({ rowId, number }) => [rowId, number]))
}

type Made = { matters: { rowId: string; id: string; number: number }[] } | Exclude<EnterOutcome, { ok: true }>

/** What was said in a room is nobody's by name: what is not asked cannot leak. */
async function handIn(tx: Tx, { body, language, now }: Entering, rows: Sheet['rows']): Promise<Made> {
  if (body === null) return rows.length === 0 ? { matters: [] } : { ok: false, why: 'no-body' }
  const handIns = rows.map(({ words, kind }) => ({
    title: titleOf(words),
    words,
    kind,
    language,
    body,
    isWhoeverShould: false,
    onBehalfOf: null,
    author: { authorship: 'anonymous' as const },
    route: 'meeting',
  }))
  const opened = handIns.length === 0 ? [] : await storeSubmissions(tx, handIns, now)
  return {
    matters: rows.flatMap(({ id: rowId }, place) => (opened[place] ? [{ rowId, ...opened[place] }] : [])),
  }
}

/** The first open question of the call is what a room was asked. */
async function answer(
  tx: Tx,
  { gathering, language, by, now }: Entering,
  rows: Sheet['rows'],
): Promise<Made> {
  const call = await callById(tx, gathering.callId ?? '')
  const question = call?.questions.find(({ kind }) => kind === 'open')
  if (!call || !question) return { ok: false, why: 'call-asks-no-words' }
  const answers = rows.map(
    ({ id, words }): NewAnswer => ({
      callId: call.id,
      route: 'meeting',
      language,
      author: { authorship: 'anonymous' },
      standing: 'unknown',
      words: [{ questionId: question.id, words }],
      marks: [],
      unitId: gathering.unitId,
      source: `heard:${id}`,
      saidAt: gathering.startsAt,
    }),
  )
  const taken = answers.length === 0 ? [] : await takeInWithConsent(tx, { gathering, answers, by, now })
  const refused = taken.find((one) => !one.ok)
  if (refused && !refused.ok)
    return { ok: false, why: refused.why === 'not-for-you' ? 'call-not-for-them' : 'call-not-open' }
  const matterIn = (outcome: TakenIn | undefined) => (outcome?.ok ? [outcome] : [])
  return {
    matters: rows.flatMap(({ id: rowId }, place) =>
      matterIn(taken[place]).map(({ id, number }) => ({ rowId, id, number })),
    ),
  }
}

interface Taking extends Pick<Entering, 'gathering' | 'by' | 'now'> {
  answers: readonly NewAnswer[]
}

/** Said aloud in a room where everybody knew that it is written down: the helper and that consent are kept with each answer. */
async function takeInWithConsent(tx: Tx, { gathering, answers, by, now }: Taking): Promise<TakenIn[]> {
  if (by === null) return takeInAnswers(tx, answers, now)
  const saidOn = isoDate(gathering.startsAt)
  const entries = answers.map((answer) => ({
    answer,
    consent: 'spoken' as const,
    saidOn,
    gatheringId: gathering.id,
  }))
  return enterAnswers(tx, { entries, helperId: by.id, at: now })
}

async function keepRows(
  tx: Tx,
  { gathering, by, now }: Entering,
  matters: readonly { rowId: string; id: string }[],
): Promise<void> {
  const rows = matters.map(({ rowId, id }) => ({
    rowId,
    gatheringId: gathering.id,
    matterId: id,
    enteredBy: by?.id ?? null,
    enteredAt: startOfHour(now),
  }))
  await insertRows(tx, 'thingsHeard', rows)
  const links = matters.map(({ id }) => ({ from: id, to: gathering.id, relation: 'heard-at' as const }))
  await linkAll(tx, links, now)
}
