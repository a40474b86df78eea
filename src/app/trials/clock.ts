import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { DAY_MS } from '#core/time/clock.ts'
import type { WorldHouse } from '../testing/open-world.ts'
import type { Visitor } from '../testing/visitor.ts'
import { inWorld, throwAwayFolder } from './ground.ts'
import { auditWithVerify, isContinuedBy, mirrorRecord } from './record-check.ts'
import { faultsWhere, seeded, type Trial, type TrialReport } from './trial.ts'

export const trial: Trial = {
  name: 'clock',
  about: 'The clock jumps forward and back by up to weeks while people hand in and decide.',
  run: ({ isQuick, seed }) =>
    inWorld((house) => jumpAbout(house, { steps: isQuick ? 100 : 1_000, chance: seeded(seed) })),
}

interface Jumping {
  steps: number
  chance(): number
}

/** Hand-ins, decisions, letters and the record, with the clock moved forward or back between any two of them. */
export async function jumpAbout(house: WorldHouse, { steps, chance }: Jumping): Promise<TrialReport> {
  const noor = await house.as('noor')
  const nasreen = await house.as('nasreen')
  const numbers: number[] = []
  let jumps = 0
  const deeds = [
    async () => void numbers.push(await handIn(nasreen, numbers.length)),
    async () => void (await decideOne(noor, { numbers, chance })),
    async () => void (await takeBackOne(noor, { numbers, chance })),
    () => house.runJobs(),
    () => house.runJobs(),
    async () => {
      jumps += 1
      house.clock.moveOn(jumpOf(chance))
    },
  ]
  for (let step = 0; step < steps; step += 1) await deeds[Math.floor(chance() * deeds.length)]?.()
  // Past every clock that a jump back has left behind, so that whatever waits comes out.
  house.clock.moveOn(90 * DAY_MS)
  for (let round = 0; round < 3; round += 1) await house.runJobs()
  return reportOf(house, { 'handed in': numbers.length, jumps, steps })
}

/** Seconds to three weeks, either way; forward a little more often, or nothing would ever fall due. */
function jumpOf(chance: () => number): number {
  const size = 1_000 * (3 * 604_800) ** chance()
  return chance() < 0.45 ? -size : size
}

/** A session that a jump has ended is begun anew, as a person would. */
async function handIn(author: Visitor, at: number): Promise<number> {
  const submission = {
    title: `Clock trial ${at}: mend the lamp at stop ${at}`,
    words: 'It has been dark since the clocks went back.',
    authorship: 'named',
    to: 'housing',
  }
  const reply = await author.postJson('/api/v1/submissions', submission)
  if (reply.status === 201) return (reply.json() as { number: number }).number
  await author.post('/demo/sign-in', { person: 'nasreen' })
  const again = await author.postJson('/api/v1/submissions', submission)
  return (again.json() as { number: number }).number
}

interface Choosing {
  numbers: readonly number[]
  chance(): number
}

async function decideOne(clerk: Visitor, { numbers, chance }: Choosing): Promise<void> {
  const outcome = chance() < 0.5 ? 'refused' : 'answered'
  const decide = () =>
    clerk.postJson(`/api/v1/submissions/${pick(numbers, chance)}/decision`, {
      outcome,
      reason: 'The lamps are the county’s.',
    })
  if (numbers.length > 0 && (await decide()).status === 401)
    await clerk.post('/demo/sign-in', { person: 'noor' })
}

async function takeBackOne(clerk: Visitor, { numbers, chance }: Choosing): Promise<void> {
  if (numbers.length > 0) await clerk.post(`/submissions/${pick(numbers, chance)}/decision/withdrawal`)
}

const pick = (numbers: readonly number[], chance: () => number) =>
  numbers[Math.floor(chance() * numbers.length)]

type Found = Record<keyof typeof SENTENCES | 'announced', number>

async function reportOf(house: WorldHouse, done: Record<string, number>): Promise<TrialReport> {
  const { rows } = await sql<Found>`${sql.raw(QUESTIONS)}`.execute(house.db)
  const [found] = rows
  if (!found) throw new Error('The database did not answer what the jumps did.')
  const record = await checkRecord(house)
  return {
    counts: { ...done, ...found, checkpoints: record.checkpoints },
    faults: faultsWhere({
      ...Object.fromEntries(
        Object.entries(SENTENCES).map(([name, sentence]) => [sentence, found[name as keyof Found] > 0]),
      ),
      'No decision was announced: the jumps met no work.': found.announced === 0,
      'The second implementation finds that the record does not add up.': !record.isSound,
      'The second implementation finds a checkpoint that the newest does not continue.': !record.isContinued,
    }),
  }
}

const SENTENCES = {
  gamed: 'A due date is not the promised days after the arrival.',
  announcedTwice: 'A decision was announced twice.',
  toldTwice: 'A letter was written twice.',
  waiting: 'A decision whose time is over was never announced.',
} as const

const QUESTIONS = `
select
  (select count(*)::int from entries where kind in ('matter.refused', 'matter.answered')) as announced,
  (select count(*)::int from custody
    where due_at < received_at + make_interval(days => promise_days)) as gamed,
  (select count(*)::int from (
    select matter_id from entries where kind in ('matter.refused', 'matter.answered')
    group by matter_id having count(*) > 1) as twice) as announced_twice,
  (select count(*)::int from (
    select to_address, subject, text from letters_out
    group by to_address, subject, text having count(*) > 1) as twice) as told_twice,
  (select count(*)::int from pending_decisions) as waiting`

const MOST_COMPARED = 25

/** The whole record as published now, and that it continues every checkpoint signed on the way (a sample, if they are many). */
async function checkRecord({ server, db }: WorldHouse) {
  const folder = await throwAwayFolder()
  try {
    const mirror = path.join(folder, 'record')
    await mirrorRecord(server, mirror)
    const key = (await server.inject({ url: '/record/key' })).body.trim()
    const signed = await db.selectFrom('checkpoints').select('note').orderBy('treeSize').execute()
    const every = Math.ceil(signed.length / MOST_COMPARED)
    let isContinued = true
    for (const { note } of signed.filter((_, at) => at % every === 0)) {
      const old = path.join(folder, 'old')
      await writeFile(old, note)
      isContinued &&= await isContinuedBy(mirror, { old, key })
    }
    const { isSound } = await auditWithVerify(mirror, key)
    return { isSound, isContinued, checkpoints: signed.length }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
