import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { connect, type Db } from '#core/db/connect.ts'
import { askForThemes } from '../../listen/calls/index.ts'
import { madeUpAnswer } from '../demo/calls/made-up-answers.ts'
import { readDemoCall } from '../demo/calls/read-demo-call.ts'
import { closeUnderLoad } from './close-under-load.ts'
import { onGround } from './ground.ts'
import type { Sent } from './hand-in-load.ts'
import { killUnderLoad } from './kills.ts'
import { type OpenCall, openCall } from './open-call.ts'
import { auditOf, finishRecord } from './record-check.ts'
import { faultsWhere, seeded, type Trial } from './trial.ts'
import { freePort, startProcess } from './web-process.ts'

const ENOUGH = { quick: 400, full: 40_000 }
const KILLS = { quick: 3, full: 10 }
/** The rush after the evening news. */
const CLIENTS = { quick: 16, full: 64 }

export const trial: Trial = {
  name: 'answers',
  about:
    '40,000 answers to one call while everything is killed in turn; themes stand, and the closing is exact.',
  run: ({ isQuick, seed, tell }) =>
    onGround(async (database) => {
      const { db, close } = connect({ url: database.url, most: 2 })
      try {
        const open = await openCall(db, { slug: 'trial-of-answers' })
        const begun = performance.now()
        const { kills, ...report } = await killUnderLoad({
          databaseUrl: database.url,
          kills: isQuick ? KILLS.quick : KILLS.full,
          clients: isQuick ? CLIENTS.quick : CLIENTS.full,
          killDatabase: () => process.kill(database.pid, 'SIGKILL'),
          tell,
          chance: seeded(seed),
          sent: await answersTo(open),
          enough: isQuick ? ENOUGH.quick : ENOUGH.full,
        })
        const seconds = Math.round((performance.now() - begun) / 1000)
        tell(`${report.acknowledged} answers in ${seconds} s`)
        const themes = await untilThemed(database.url, { db, open })
        const closing = await closeUnderLoad(database.url)
        const record = await finishRecord(database.url)
        const { isSound } = await auditOf(database.url)
        return {
          counts: { ...kills, ...report, seconds, ...themes, ...closing, ...record },
          faults: faultsWhere({
            'No outcome was ever unknown: the kills did not meet work under way.': report.unknown === 0,
            'Answers that were acknowledged are not there.': report.lost > 0,
            'Answers were taken twice.': report.doubled > 0,
            'Not all answers were read for themes.': themes.unread > 0,
            'No theme was found.': themes.themes === 0,
            'An answer was taken after the closing.': closing.late > 0,
            'An answer in time was refused.': closing.refusedInTime > 0,
            'The closing met no load.': closing.inTime === 0 || closing.refused === 0,
            'The checkpoint does not cover every entry.': record.entries !== record.covered,
            'The second implementation finds that the record does not add up.': !isSound,
          }),
        }
      } finally {
        await close()
      }
    }),
}

/** The demonstration's own answers, each with the key it is sent by, so that it can be found again. */
async function answersTo({ call, question }: OpenCall): Promise<Sent> {
  const told = await readDemoCall('schools')
  return {
    path: `/api/v1/calls/${call.number}/answer`,
    bodyOf: (key) => ({
      q1: `${madeUpAnswer(told, placeOf(key)).words} (Trial ${key})`,
      authorship: 'anonymous',
    }),
    held: async (db) => {
      const { rows } = await sql<{ key: string; number: number }>`
        select substring(words from 'Trial ([0-9a-f-]{36})') as key, matters.number
        from answer_words
        join matters on matters.id = answer_words.answer_id
        where question_id = ${question.id}`.execute(db)
      return rows
    },
  }
}

/** The same for the same key: whoever sends something else with it is refused. */
const placeOf = (key: string) => Number.parseInt(key.slice(0, 6), 16)

const MOST_WAITS = 3_600

/** Asks for themes of what came and waits until every answer was read: by a worker that is killed and started again meanwhile. */
async function untilThemed(databaseUrl: string, { db, open: { question } }: { db: Db; open: OpenCall }) {
  const { runId: id } = await askForThemes(db, { questionId: question.id, by: null, now: new Date() })
  const need = { databaseUrl, only: 'worker', port: await freePort() } as const
  const first = await startProcess(need)
  while ((await stepOf(db, id)) === 'waiting') await pause(100)
  await first.kill()
  const worker = await startProcess(need)
  for (let waits = 0; waits < MOST_WAITS && (await stepOf(db, id)) !== null; waits += 1) await pause(500)
  await worker.stop()
  const { rows } = await sql<{ themes: number; unread: number }>`
    select
      (select count(*) from call_themes where question_id = ${question.id}) as themes,
      (select count(*) from answer_words where question_id = ${question.id} and not exists (
        select from answer_readings where answer_readings.answer_id = answer_words.answer_id)) as unread`.execute(
    db,
  )
  return rows[0] ?? { themes: 0, unread: 0 }
}

/** Null once it has ended well. */
async function stepOf(db: Db, id: string): Promise<string | null> {
  const run = await db
    .selectFrom('themingRuns')
    .select(['step', 'endedAt', 'failed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (run.failed !== null) throw new Error(`The themes failed: ${run.failed}`)
  return run.endedAt === null ? run.step : null
}
