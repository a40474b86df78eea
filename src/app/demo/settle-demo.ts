import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { projectRoot } from '#core/config/project-root.ts'
import type { Db } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { createLog } from '#core/log/log.ts'
import type { House } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { foundHouse } from '#ground/house/found-house.ts'
import { makeRecordKey } from '#ground/record/record-key.ts'
import { sequenceEntries } from '#ground/record/sequence-entries.ts'
import { readMovement } from './movement.ts'
import { playTimeline } from './play-timeline.ts'
import { settlePeople } from './settle-people.ts'

/** The timeline goes back about this far. */
const DAYS_BACK = 120

/**
 * Moves the demonstration movement into an empty database. The house itself is founded last: a settling that was cut off
 * leaves a database without a house, which is cleared and begun anew at the next start.
 */
export async function settleDemo(db: Db, { baseUrl, now }: { baseUrl: string; now: Date }): Promise<void> {
  const movement = await readMovement()
  const beginning = addDays(now, -DAYS_BACK)
  const house: House = {
    name: 'The Commons Alliance',
    accent: '#1d6b4c',
    languages: ['en', 'ur'],
    isDemo: true,
    baseUrl,
    secret: randomBytes(32),
  }
  const settled = await inTransaction(db, async (tx) => {
    await makeRecordKey(tx, { origin: `${new URL(baseUrl).host}/record`, seed: null, now: beginning })
    return settlePeople(tx, movement, beginning)
  })
  const translators = await loadTranslators(path.join(projectRoot, 'locales'))
  let time = beginning
  const clock = {
    now: () => time,
    setTo: (at: Date) => {
      time = at
    },
  }
  await playTimeline({
    db,
    movement,
    settled,
    today: now,
    house: { db, house, clock, translators, log: createLog('warn') },
  })
  await sequenceEntries(db, now)
  await inTransaction(db, (tx) => foundHouse(tx, { ...house, languages: ['en', 'ur'], at: now }))
}
