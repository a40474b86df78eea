import { setTimeout as pause } from 'node:timers/promises'
import { onGround } from './ground.ts'
import { compareWithLoad, HandInLoad, type Sent } from './hand-in-load.ts'
import { auditOf, finishRecord } from './record-check.ts'
import { faultsWhere, seeded, type Trial } from './trial.ts'
import { freePort, startProcess, type WebProcess } from './web-process.ts'

export interface KillsTask {
  databaseUrl: string
  kills: number
  clients: number
  /** Ends the database at once, as a power cut would; it comes back by itself. */
  killDatabase(): void
  /** Told of each kill, for whoever watches. */
  tell?(sentence: string): void
  /** 0 up to 1, seeded: when and what is killed. */
  chance(): number
  /** Submissions, unless it says otherwise. */
  sent?: Sent
  /** So many are acknowledged before it ends, and the kills are spread over them. */
  enough?: number
}

export interface KillsReport {
  acknowledged: number
  /** Cut off, or told that the house was away: taken or not, the asker cannot know. */
  unknown: number
  /** Of the unknown, those where the line broke without a word. */
  cutOff: number
  /** Acknowledged, and not there afterwards. */
  lost: number
  /** Keys that stand for more than one submission, or got two different numbers. */
  doubled: number
  kills: { web: number; worker: number; database: number }
  /** The most acknowledged within a second. */
  peak: number
}

/**
 * Hands in under load while web, worker and database are killed with SIGKILL at random moments; afterwards every hand-in
 * whose outcome is unknown is sent again with its key, and the database is asked what is there.
 */
export async function killUnderLoad(task: KillsTask): Promise<KillsReport> {
  const port = await freePort()
  const parts = {
    web: await startProcess({ ...task, only: 'web', port }),
    worker: await startProcess({ ...task, only: 'worker', port }),
  }
  const load = new HandInLoad(parts.web.url, task.sent)
  const between = Math.max(task.clients, Math.floor((task.enough ?? 0) / (task.kills + 1)))
  const running = load.run(task.clients)
  const kills = { web: 0, worker: 0, database: 0 }
  for (let kill = 0; kill < task.kills; kill += 1) {
    await load.untilAcknowledged(between)
    await pause(20 + task.chance() * 200)
    const victim = VICTIMS[kill % VICTIMS.length] ?? 'web'
    kills[victim] += 1
    task.tell?.(`${kill + 1} of ${task.kills}: ${victim}, ${load.numbers.size} acknowledged`)
    if (victim === 'database') task.killDatabase()
    else parts[victim] = await replace(parts[victim], { ...task, only: victim, port })
  }
  await load.untilAcknowledged(task.clients)
  await load.until(() => load.numbers.size >= (task.enough ?? 0))
  load.stop()
  await running
  const unknown = load.unknown.size
  const cutOff = load.answers.get('cut off') ?? 0
  await load.sendUnknownAgain()
  await Promise.all([parts.web.kill(), parts.worker.kill()])
  return {
    acknowledged: load.numbers.size,
    unknown,
    cutOff,
    kills,
    peak: load.peak,
    ...(await compareWithLoad(task.databaseUrl, load, task.sent)),
  }
}

const VICTIMS = ['web', 'database', 'worker'] as const

async function replace(part: WebProcess, again: Parameters<typeof startProcess>[0]): Promise<WebProcess> {
  await part.kill()
  return startProcess(again)
}

export const trial: Trial = {
  name: 'kills',
  about: 'Web, worker and database are killed at random moments under load.',
  run: ({ isQuick, seed, tell }) =>
    onGround(async (database) => {
      const { kills, ...report } = await killUnderLoad({
        databaseUrl: database.url,
        kills: isQuick ? 5 : 100,
        clients: 8,
        killDatabase: () => process.kill(database.pid, 'SIGKILL'),
        tell,
        chance: seeded(seed),
      })
      const record = await finishRecord(database.url)
      const { isSound } = await auditOf(database.url)
      return {
        counts: { ...kills, ...report, ...record },
        faults: faultsWhere({
          'No outcome was ever unknown: the kills did not meet work under way.': report.cutOff === 0,
          'Hand-ins that were acknowledged are not there.': report.lost > 0,
          'Hand-ins were taken twice.': report.doubled > 0,
          'The checkpoint does not cover every entry.': record.entries !== record.covered,
          'The second implementation finds that the record does not add up.': !isSound,
        }),
      }
    }),
}
