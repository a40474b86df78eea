import { sql } from 'kysely'
import type { Db } from '#core/db/connect.ts'
import type { Translators } from '#core/i18n/load-catalogues.ts'
import { createLog } from '#core/log/log.ts'
import type { Job } from '#core/slice/define-slice.ts'
import type { House } from '#core/slice/house.ts'
import type { Clock } from '#core/time/clock.ts'
import { addDays } from '#core/time/days.ts'
import { moveDemoOn } from '#ground/house/move-demo-on.ts'
import { jobs, learnSlices } from '../slices.ts'
import { readMovement } from './movement.ts'
import { playTimeline } from './play-timeline.ts'
import { settableClock } from './settable-clock.ts'
import { findSettled } from './settled.ts'

interface MovingOn {
  house: House
  clock: Clock
  translators: Translators
  days: number
}

/** At most this many evenings on which the jobs run, so that ten years take no longer than two months. */
const MOST_EVENINGS = 60

/**
 * Moves a demonstration's time on and lets happen what happens in it: what the files tell of the days ahead, letters,
 * announcements, roles that lapse. Whatever somebody has done by hand stands; a deed that it leaves no room for is left out.
 */
export async function moveOn(
  db: Db,
  { house, clock, translators, days }: MovingOn,
): Promise<{ from: Date; to: Date }> {
  learnSlices()
  const { foundedAt } = await db.selectFrom('house').select('foundedAt').executeTakeFirstOrThrow()
  const from = clock.now()
  const movement = await readMovement()
  const settled = await findSettled(db)
  const stride = Math.ceil(days / MOST_EVENINGS)
  for (let moved = 0; moved < days; moved += stride) {
    const step = Math.min(stride, days - moved)
    await moveDemoOn(db, step)
    const morning = addDays(from, moved)
    await playTimeline({
      movement,
      settled,
      today: foundedAt,
      // What was to happen before this, while nobody moved time, happens now.
      since: foundedAt,
      from: morning,
      to: addDays(morning, step),
      house: { db, house, clock: settableClock(morning), translators, log: createLog('warn') },
      jobs: jobs.map((job) => inTurn(job)),
      jobsEveryDays: step,
      isStrict: false,
    })
  }
  return { from, to: addDays(from, days) }
}

/** The worker of a running demonstration takes the same locks (`runJobs`): a job never runs here and there at once. */
function inTurn(job: Job): Job {
  return {
    ...job,
    run: ({ db, ...house }) =>
      db.connection().execute(async (connection) => {
        await sql`select pg_advisory_lock(hashtextextended(${job.name}, 7))`.execute(connection)
        try {
          await job.run({ ...house, db })
        } finally {
          await sql`select pg_advisory_unlock(hashtextextended(${job.name}, 7))`.execute(connection)
        }
      }),
  }
}
