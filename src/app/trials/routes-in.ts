import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, type Db } from '#core/db/connect.ts'
import type { RunningDatabase } from '#core/db/supervisor/start-database.ts'
import { settleCalls } from '../demo/calls/settle-calls.ts'
import { onGround } from './ground.ts'
import { auditOf, finishRecord } from './record-check.ts'
import { MailLoad, SheetLoad } from './routes-in-load.ts'
import { faultsWhere, seeded, type Trial } from './trial.ts'
import { freePort, startProcess, type WebProcess } from './web-process.ts'

const DOMAIN = 'answers.example'
/** The clerk of the body whose call is open in the demonstration. */
const HELPER = 'priya'
const MAILERS = 3

interface Task {
  database: RunningDatabase
  kills: number
  chance(): number
  tell(sentence: string): void
}

/**
 * Mails and a meeting's sheet come in while the web, the worker with its mail door and the database are killed between what was
 * acknowledged and what is stored; whoever heard nothing sends the same again, as mail servers and devices do.
 */
async function killRoutesIn(task: Task) {
  const { database } = task
  const call = await openCallOf(database.url)
  const mailInPort = await freePort()
  const need = {
    databaseUrl: database.url,
    port: await freePort(),
    mailIn: { port: mailInPort, domain: DOMAIN },
  }
  const parts = {
    web: await startProcess({ ...need, only: 'web' }),
    worker: await startProcess({ ...need, only: 'worker' }),
  }
  const sheet = new SheetLoad({ url: parts.web.url, person: HELPER, call })
  const mail = new MailLoad({ port: mailInPort, to: `call-${call}@${DOMAIN}` })
  const running = Promise.all([sheet.run(), ...Array.from({ length: MAILERS }, () => mail.run())])
  for (let kill = 0; kill < task.kills; kill += 1) {
    await untilMore(() => mail.kept.size)
    await untilMore(() => sheet.numbers.size)
    await pause(task.chance() * 300)
    const victim = VICTIMS[kill % VICTIMS.length] ?? 'web'
    task.tell(`${kill + 1} of ${task.kills}: ${victim}, ${mail.kept.size} mails, ${sheet.numbers.size} rows`)
    if (victim === 'database') process.kill(database.pid, 'SIGKILL')
    else parts[victim] = await replaced(parts[victim], { ...need, only: victim })
  }
  mail.isOver = true
  sheet.isOver = true
  await running
  const found = await untilTakenIn(database.url, { mail, sheet })
  await Promise.all([parts.web.kill(), parts.worker.kill()])
  const { wrong, failures } = sheet
  return {
    mails: mail.kept.size,
    rows: sheet.numbers.size,
    wrong,
    failures: failures + mail.failures,
    ...found,
  }
}

const VICTIMS = ['worker', 'web', 'database'] as const

async function replaced(part: WebProcess, again: Parameters<typeof startProcess>[0]): Promise<WebProcess> {
  await part.kill()
  return startProcess(again)
}

const MOST_WAITS = 1_200
/** A mail that met a killed database is tried again after two minutes. */
const MOST_WAITS_FOR_MAIL = 2_400

async function untilMore(count: () => number): Promise<void> {
  const before = count()
  for (let waits = 0; count() === before; waits += 1) {
    if (waits > MOST_WAITS) throw new Error('For two minutes nothing came in.')
    await pause(100)
  }
}

async function openCallOf(databaseUrl: string): Promise<number> {
  const { db, close } = connect({ url: databaseUrl })
  try {
    const now = new Date()
    await settleCalls(db, { now, secret: randomBytes(32) })
    const { number } = await db
      .selectFrom('calls')
      .innerJoin('matters', 'matters.id', 'calls.id')
      .select('matters.number')
      .where('closesAt', '>', now)
      .executeTakeFirstOrThrow()
    return number
  } finally {
    await close()
  }
}

/** Waits until the worker has taken in what its door kept, as long as it gets on; then counts what is there. */
async function untilTakenIn(databaseUrl: string, { mail, sheet }: { mail: MailLoad; sheet: SheetLoad }) {
  const { db, close } = connect({ url: databaseUrl })
  try {
    const waiting = await untilNoneWaits(db)
    const rows = await db
      .selectFrom('answerWords')
      .innerJoin('matters', 'matters.id', 'answerWords.answerId')
      .select(['matters.number', 'words'])
      .where('words', 'like', 'Trial %')
      .execute()
    const byKey = Map.groupBy(rows, ({ words }) => /^Trial (\S+ row \d+|\S+)/.exec(words ?? '')?.[1] ?? '')
    const lostMails = [...mail.kept].filter((key) => !byKey.has(key)).length
    const lostRows = [...sheet.numbers].filter(
      ([key, number]) => byKey.get(key)?.[0]?.number !== number,
    ).length
    const doubled = [...byKey.values()].filter((same) => same.length > 1).length
    return { waiting, lost: lostMails + lostRows, doubled }
  } finally {
    await close()
  }
}

/** Of the mails that were kept, how many still wait when nothing was taken in for the longest time. */
async function untilNoneWaits(db: Db): Promise<number> {
  const count = async () => {
    const { waiting } = await db
      .selectFrom('mailsIn')
      .select((eb) => eb.fn.countAll<number>().as('waiting'))
      .where('doneAt', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(waiting)
  }
  let left = await count()
  for (let waits = 0; left > 0 && waits < MOST_WAITS_FOR_MAIL; waits += 1) {
    await pause(100)
    const now = await count()
    if (now < left) waits = 0
    left = now
  }
  return left
}

export const trial: Trial = {
  name: 'routes-in',
  about: 'Mails and a meeting’s sheet come in while web, worker and database are killed.',
  run: ({ isQuick, seed, tell }) =>
    onGround(async (database) => {
      const kills = isQuick ? 3 : 60
      const report = await killRoutesIn({ database, kills, chance: seeded(seed), tell })
      const record = await finishRecord(database.url)
      const { isSound } = await auditOf(database.url)
      return {
        counts: { kills, ...report, ...record },
        faults: faultsWhere({
          'No sending ever failed: the kills did not meet work under way.': report.failures === 0,
          'Mails that were kept still wait, and nobody takes them in.': report.waiting > 0,
          'Mails or rows that were acknowledged are not there.': report.lost > 0,
          'Mails or rows were taken in twice.': report.doubled > 0,
          'A row was refused, or told two numbers.': report.wrong > 0,
          'The checkpoint does not cover every entry.': record.entries !== record.covered,
          'The second implementation finds that the record does not add up.': !isSound,
        }),
      }
    }),
}
