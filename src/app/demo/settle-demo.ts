import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { projectRoot } from '#core/config/project-root.ts'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { offeredLanguages } from '#core/i18n/languages.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { createLog } from '#core/log/log.ts'
import type { House } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { foundHouse } from '#ground/house/found-house.ts'
import { makeRecordKey } from '#ground/record/record-key.ts'
import { sequenceEntries } from '#ground/record/sequence-entries.ts'
import { jobs, learnSlices } from '../slices.ts'
import { settleCalls } from './calls/settle-calls.ts'
import { readMovement } from './movement.ts'
import { type Progress, playTimeline } from './play-timeline.ts'
import { settableClock } from './settable-clock.ts'
import { settlePeople } from './settle-people.ts'
import { FIRST_DAY } from './settle-roles.ts'
import { findSettled } from './settled.ts'

interface Settling {
  baseUrl: string
  now: Date
  /** Only these files of submissions: a smaller movement for tests that need some life and not all of it. */
  themes?: readonly string[]
  onProgress?: Progress
}

/**
 * Moves the demonstration movement into an empty database. The house itself is founded last: a settling that was cut off
 * leaves a database without a house, which is cleared and begun anew at the next start.
 */
export async function settleDemo(db: Db, { baseUrl, now, themes, onProgress }: Settling): Promise<void> {
  learnSlices()
  const movement = await readMovement(themes)
  const beginning = addDays(now, FIRST_DAY)
  const house: House = {
    name: 'The Commons Alliance',
    accent: '#1d6b4c',
    languages: offeredLanguages,
    isDemo: true,
    baseUrl,
    secret: randomBytes(32),
  }
  await inTransaction(db, async (tx) => {
    await makeRecordKey(tx, { origin: `${new URL(baseUrl).host}/record`, seed: null, now: beginning })
    await settlePeople(tx, movement, beginning)
  })
  const translators = await loadTranslators(path.join(projectRoot, 'locales'))
  await playTimeline({
    movement,
    settled: await findSettled(db),
    today: now,
    since: beginning,
    from: beginning,
    to: now,
    house: { db, house, clock: settableClock(beginning), translators, log: createLog('warn') },
    jobs,
    jobsEveryDays: 14,
    isStrict: true,
    onProgress,
  })
  // A smaller movement is for tests that need none of it.
  if (!themes) await settleCalls(db, { now, secret: house.secret })
  while ((await sequenceEntries(db, now)) > 0);
  await inTransaction(db, (tx) => foundHouse(tx, { ...house, languages: offeredLanguages, at: now }))
}
