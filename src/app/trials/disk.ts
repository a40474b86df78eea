import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startDatabase } from '#core/db/supervisor/start-database.ts'
import { settleIn, throwAwayFolder } from './ground.ts'
import { compareWithLoad, HandInLoad } from './hand-in-load.ts'
import { finishRecord } from './record-check.ts'
import { faultsWhere, type Trial, type TrialReport, type TrialTask } from './trial.ts'
import { freePort, startProcess } from './web-process.ts'

const MEGABYTES = 500
const ASKERS = 8
const SKIPPED = 'Only root can mount the small disk that this trial fills.'

export const trial: Trial = {
  name: 'disk',
  about: 'The disk below the database fills up under load, and is freed again.',
  async run(task) {
    const folder = await throwAwayFolder()
    const isMounted = mountDisk(folder)
    try {
      return isMounted ? await fillUnderLoad(folder, task) : { counts: {}, faults: [], skipped: SKIPPED }
    } finally {
      if (isMounted) execFileSync('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function mountDisk(folder: string): boolean {
  try {
    const options = `size=${MEGABYTES}m,mode=0711`
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'folkmoot', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function fillUnderLoad(folder: string, { isQuick, tell }: TrialTask): Promise<TrialReport> {
  const database = await startDatabase({ folder })
  try {
    await settleIn(database.url)
    const port = await freePort()
    const web = await startProcess({ databaseUrl: database.url, only: 'web', port })
    const load = new HandInLoad(web.url)
    const running = load.run(ASKERS)
    const times = isQuick ? 1 : 5
    let pagesThatSaidSo = 0
    for (let time = 1; time <= times; time += 1) {
      await load.untilAcknowledged(ASKERS * 5)
      await fillUp(folder)
      const full = load.answers.get('507') ?? 0
      await load.until(() => (load.answers.get('507') ?? 0) > full + ASKERS)
      pagesThatSaidSo += (await doesPageSaySo(web.url)) ? 1 : 0
      tell(`${time} of ${times}: full; ${load.numbers.size} acknowledged`)
      await rm(path.join(folder, 'ballast'))
      await load.untilAcknowledged(ASKERS)
    }
    load.stop()
    await running
    const refused = load.unknown.size
    await load.sendUnknownAgain()
    await web.kill()
    return await reportOf(database.url, { load, times, refused, pagesThatSaidSo })
  } finally {
    await database.stop()
  }
}

/** Takes what is left of the disk, to the last byte. */
async function fillUp(folder: string): Promise<void> {
  for (const size of [1_048_576, 65_536, 4_096, 1]) {
    try {
      for (;;) await writeFile(path.join(folder, 'ballast'), Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
}

/** The form of the page, posted as a browser does; a full disk is a page with a sentence, and says to keep one's words. */
async function doesPageSaySo(url: string): Promise<boolean> {
  const words = 'x'.repeat(15_000)
  const fields = { title: 'A page while the disk is full', words, to: 'housing', authorship: 'anonymous' }
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const reply = await fetch(`${url}/submissions`, {
      method: 'POST',
      headers: { accept: 'text/html', origin: url },
      body: new URLSearchParams({ ...fields, once: randomUUID() }),
      redirect: 'manual',
    })
    if (reply.status === 507) return (await reply.text()).includes('Our disk is full')
  }
  return false
}

interface Filled {
  load: HandInLoad
  times: number
  refused: number
  pagesThatSaidSo: number
}

async function reportOf(
  databaseUrl: string,
  { load, times, refused, pagesThatSaidSo }: Filled,
): Promise<TrialReport> {
  const compared = await compareWithLoad(databaseUrl, load)
  const record = await finishRecord(databaseUrl)
  const unlike = [...load.answers.keys()].filter((answer) => !['201', '503', '507'].includes(answer))
  return {
    counts: {
      'times full': times,
      acknowledged: load.numbers.size,
      refused,
      'pages that said so': pagesThatSaidSo,
      'answered 507': load.answers.get('507') ?? 0,
      'answered 503': load.answers.get('503') ?? 0,
      ...compared,
      ...record,
    },
    faults: [
      ...faultsWhere({
        'The page did not say that the disk is full.': pagesThatSaidSo < times,
        'Hand-ins that were acknowledged are not there.': compared.lost > 0,
        'Hand-ins were taken twice.': compared.doubled > 0,
        'The checkpoint does not cover every entry.': record.entries !== record.covered,
      }),
      ...unlike.map((answer) => `There was an answer other than 201, 503 and 507: ${answer}.`),
      ...load.unclear.map((answer) => `A refusal was no sentence: ${answer}`),
    ],
  }
}
