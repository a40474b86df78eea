import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'
import { connect } from '#core/db/connect.ts'
import { migrate } from '#core/db/migrate.ts'
import { type RunningDatabase, startDatabase } from '#core/db/supervisor/start-database.ts'
import { sequenceEntries } from '#ground/record/sequence-entries.ts'
import { settleDemo } from '../src/app/demo/settle-demo.ts'
import { killUnderLoad } from '../src/app/trials/kills.ts'

const KILLS = process.env.FOLKMOOT_TRIALS === 'full' ? 100 : 5

let folder: string
let database: RunningDatabase
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'folkmoot-kills-'))
  database = await startDatabase({ folder })
  await migrate(database.url, path.join(projectRoot, 'db', 'migrations'))
  const { db, close } = connect({ url: database.url })
  await settleDemo(db, { baseUrl: 'http://127.0.0.1:3000', now: new Date(), themes: ['lately'] })
  await close()
}, 180_000)
afterAll(async () => {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

test(`${KILLS} kills of web, worker and database: nothing acknowledged is lost, nothing is doubled`, async () => {
  const report = await killUnderLoad({
    databaseUrl: database.url,
    kills: KILLS,
    clients: 8,
    killDatabase: () => process.kill(database.pid, 'SIGKILL'),
    tell: (sentence) => console.info(sentence),
    chance: seeded(20_261_122),
  })
  console.info(JSON.stringify(report))
  expect(report.unknown).toBeGreaterThan(0)
  expect(report).toMatchObject({ lost: 0, doubled: 0 })
  await expectWholeRecord(report.acknowledged)
}, 900_000)

async function expectWholeRecord(acknowledged: number): Promise<void> {
  const { db, close } = connect({ url: database.url })
  while ((await sequenceEntries(db, new Date())) > 0);
  const { entries } = await db
    .selectFrom('entries')
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .executeTakeFirstOrThrow()
  const { size } = await db
    .selectFrom('checkpoints')
    .select((eb) => eb.fn.max('treeSize').as('size'))
    .executeTakeFirstOrThrow()
  await close()
  expect(Number(size)).toBe(Number(entries))
  expect(Number(entries)).toBeGreaterThan(acknowledged)
}

/** A small generator with a seed (mulberry32), so that a run can be had again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
