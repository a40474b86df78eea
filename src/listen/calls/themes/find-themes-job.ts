import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { announceChange } from '#core/live/announce.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { appendEntry } from '#ground/record/append-entry.ts'
import { codesOfPeople } from './codes-of-people.ts'
import { computeThemes } from './compute-themes.ts'
import { planThemes } from './plan-themes.ts'
import { readableAnswers } from './readable-answers.ts'
import { placedByTeam, standingThemes } from './standing-themes.ts'
import { storeThemes } from './store-themes.ts'
import type { FoundByProcess } from './theming-messages.ts'

/** A run that was cut off is begun again; one that cuts us off each time must not do so for ever. */
const MOST_ATTEMPTS = 3
export const WHOLE = 100

/** Does the oldest run that waits, from asking for words to storing themes. */
export async function findThemesJob(house: JobHouse): Promise<void> {
  for (let run = await takeRun(house); run !== null; run = await takeRun(house)) await doRun(house, run)
}

interface Run {
  id: string
  questionId: string
  attempts: number
}

async function takeRun({ db, clock }: JobHouse): Promise<Run | null> {
  const run = await db
    .selectFrom('themingRuns')
    .select(['id', 'questionId', 'attempts'])
    .where('endedAt', 'is', null)
    .orderBy('askedAt')
    .limit(1)
    .executeTakeFirst()
  if (!run) return null
  await db
    .updateTable('themingRuns')
    .set({ begunAt: clock.now(), attempts: run.attempts + 1, step: 'reading', done: 0, total: WHOLE })
    .where('id', '=', run.id)
    .execute()
  return run
}

async function doRun(house: JobHouse, run: Run): Promise<void> {
  const { db, clock, log } = house
  if (run.attempts >= MOST_ATTEMPTS) return endRun(db, run, { failed: 'cut-off', at: clock.now() })
  const answers = await readableAnswers(db, run.questionId)
  if (answers.length === 0) return endRun(db, run, { failed: 'no-answers', at: clock.now() })
  const codes = await codesOfPeople(db, run.questionId, answers)
  const steps = new Steps(db, run.id)
  const computed = await computeThemes(
    {
      texts: answers.map(({ words }) => words),
      languages: answers.map(({ language }) => language),
      seed: run.id,
      ...codes,
    },
    (stage, share) => steps.tell(stage, share),
  )
  await steps.told()
  if (!computed.ok) {
    log.error({ run: run.id, why: computed.why }, 'themes could not be computed')
    return endRun(db, run, { failed: 'broken', at: clock.now() })
  }
  await store(house, run, { answers, computed: computed.found })
}

interface Result {
  answers: Awaited<ReturnType<typeof readableAnswers>>
  computed: FoundByProcess
}

async function store({ db, clock }: JobHouse, run: Run, { answers, computed }: Result): Promise<void> {
  const at = clock.now()
  await tell(db, run.id, { step: 'storing', done: 96 })
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`themes of ${run.questionId}`}, 7))`.execute(tx)
    const call = await callOf(tx, run.questionId)
    const standing = await standingThemes(tx, run.questionId)
    const plan = planThemes(computed, {
      answers,
      standing,
      placedByTeam: await placedByTeam(tx, run.questionId),
    })
    await storeThemes(tx, { runId: run.id, questionId: run.questionId, call, answers, computed, plan, at })
    const { made, stability, measured } = computed.found
    const kept = { continued: plan.continues.size, new: plan.fresh.length, ended: plan.ended.length }
    await tx
      .updateTable('themingRuns')
      .set({
        endedAt: at,
        step: 'done',
        done: WHOLE,
        figures: JSON.stringify({ made, stability, measured, kept, processor: computed.processor }),
      })
      .where('id', '=', run.id)
      .execute()
    await appendEntry(tx, {
      kind: 'call.themed',
      at,
      matter: { id: call.id, number: call.number },
      bodyId: call.bodyId,
      publicWords: {
        run: run.id,
        question: call.place,
        answers: made.answers,
        themes: computed.found.themes.length,
        ...kept,
      },
    })
    await announceChange(tx, `theming:${run.id}`)
  })
}

function callOf(db: Db, questionId: string) {
  return db
    .selectFrom('callQuestions')
    .innerJoin('calls', 'calls.id', 'callQuestions.callId')
    .innerJoin('matters', 'matters.id', 'calls.id')
    .innerJoin('bodies', 'bodies.id', 'calls.bodyId')
    .select([
      'calls.id',
      'matters.number',
      'matters.language',
      'bodies.unitId',
      'bodies.id as bodyId',
      'callQuestions.place',
    ])
    .where('callQuestions.id', '=', questionId)
    .executeTakeFirstOrThrow()
}

async function endRun(db: Db, run: Run, { failed, at }: { failed: string; at: Date }): Promise<void> {
  await db.updateTable('themingRuns').set({ endedAt: at, failed }).where('id', '=', run.id).execute()
  await announceChange(db, `theming:${run.id}`)
}

async function tell(db: Db, id: string, { step, done }: { step: string; done: number }): Promise<void> {
  await db
    .updateTable('themingRuns')
    .set({ step, done })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
  await announceChange(db, `theming:${id}`)
}

/** Steps are written in their order, however quickly they come. */
class Steps {
  readonly #db: Db
  readonly #id: string
  #last: Promise<void> = Promise.resolve()

  constructor(db: Db, id: string) {
    this.#db = db
    this.#id = id
  }

  tell(step: string, share: number): void {
    const done = Math.round(share * WHOLE)
    this.#last = this.#last.then(() => tell(this.#db, this.#id, { step, done })).catch(() => {})
  }

  told(): Promise<void> {
    return this.#last
  }
}
