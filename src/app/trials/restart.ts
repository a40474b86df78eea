import { setTimeout as pause } from 'node:timers/promises'
import { onGround } from './ground.ts'
import { compareWithLoad, HandInLoad } from './hand-in-load.ts'
import { finishRecord } from './record-check.ts'
import { faultsWhere, seeded, type Trial } from './trial.ts'
import { freePort, startProcess } from './web-process.ts'

const ASKERS = 8

export const trial: Trial = {
  name: 'restart',
  about: 'The database is stopped in order and started again under load; the pages stay up.',
  run: ({ isQuick, seed, tell }) =>
    onGround(async (database) => {
      const chance = seeded(seed)
      const restarts = isQuick ? 2 : 25
      const port = await freePort()
      const web = await startProcess({ databaseUrl: database.url, only: 'web', port })
      const worker = await startProcess({ databaseUrl: database.url, only: 'worker', port })
      const load = new HandInLoad(web.url)
      const running = load.run(ASKERS)
      for (let restart = 1; restart <= restarts; restart += 1) {
        await load.untilAcknowledged(ASKERS)
        await pause(chance() * 200)
        // PostgreSQL's "fast" stop: every line is cut, everything is written down.
        process.kill(database.pid, 'SIGINT')
        tell(`${restart} of ${restarts}: ${load.numbers.size} acknowledged`)
        const before = database.pid
        await load.until(() => database.pid !== before)
      }
      await load.untilAcknowledged(ASKERS)
      load.stop()
      await running
      const refused = load.unknown.size
      await load.sendUnknownAgain()
      await Promise.all([web.kill(), worker.kill()])
      return reportOf(database.url, { load, restarts, refused })
    }),
}

async function reportOf(
  databaseUrl: string,
  { load, restarts, refused }: { load: HandInLoad; restarts: number; refused: number },
) {
  const compared = await compareWithLoad(databaseUrl, load)
  const record = await finishRecord(databaseUrl)
  const unlike = [...load.answers.keys()].filter((answer) => answer !== '201' && answer !== '503')
  return {
    counts: { restarts, acknowledged: load.numbers.size, refused, ...compared, ...record },
    faults: [
      ...faultsWhere({
        'Hand-ins that were acknowledged are not there.': compared.lost > 0,
        'Hand-ins were taken twice.': compared.doubled > 0,
        'The checkpoint does not cover every entry.': record.entries !== record.covered,
        'Nothing was ever refused: the restarts did not meet work under way.': refused === 0,
      }),
      ...unlike.map((answer) => `There was an answer other than 201 and 503: ${answer}.`),
      ...load.unclear.map((answer) => `A refusal was no sentence, or without Retry-After: ${answer}`),
    ],
  }
}
