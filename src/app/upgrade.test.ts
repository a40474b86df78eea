import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'
import { connect } from '#core/db/connect.ts'
import { migrate } from '#core/db/migrate.ts'
import { loadTranslators } from '#core/i18n/load-catalogues.ts'
import { createLog } from '#core/log/log.ts'
import { machineClock } from '#core/time/clock.ts'
import { readHouse } from '#ground/house/read-house.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { slices } from './slices.ts'
import { dropTemplate, makeTemplate, type Template } from './testing/database-server.ts'
import { countRows, FIRST_VERSION, loadFirstVersion } from './testing/first-version.ts'
import { Visitor } from './testing/visitor.ts'
import { auditWithVerify, finishRecord, mirrorRecord } from './trials/record-check.ts'

const BASE_URL = 'http://127.0.0.1:8155'
const migrations = path.join(projectRoot, 'db', 'migrations')

let folder: string
let database: Template
let url: string
let house: OpenHouse
let before: Record<string, number>
let ran: string[][]
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'folkmoot-upgrade-'))
  for (const name of FIRST_VERSION) await copyFile(path.join(migrations, name), path.join(folder, name))
  database = await makeTemplate(inject('databaseTemplate').server, async (made) => {
    url = made
    await migrate(made, folder)
    await loadFirstVersion(made)
    before = await countRows(made)
    // Two processes of a rolling restart begin at once: one does it, the other waits, though indexes are made outside a transaction.
    ran = await Promise.all([migrate(made, migrations), migrate(made, migrations)])
  })
  house = await open()
}, 240_000)
afterAll(async () => {
  await house.close()
  await dropTemplate(database)
  await rm(folder, { recursive: true, force: true })
})

/** Tables that were renamed since. */
const TODAY: Readonly<Record<string, string>> = {
  submission_drafts: 'drafts',
  submission_draft_files: 'draft_files',
}

test('no row is lost on the way', async () => {
  const after = await countRows(url)
  expect(before.matters).toBeGreaterThan(50)
  for (const [table, rows] of Object.entries(before))
    expect({ table, rows: after[TODAY[table] ?? table] }).toEqual({ table, rows })
})

test('of two that begin at once, one runs each migration', async () => {
  const names = ran.flat()
  expect(new Set(names).size).toBe(names.length)
  expect(names).toHaveLength((await readdir(migrations)).length - FIRST_VERSION.length)
})

test('a submission written by the version before has the moment of its matter', async () => {
  const client = await house.database.pool.connect()
  await client.query('begin')
  const { rows } = await client.query(
    `with opened as (
       insert into matters (id, number, slice, kind, title, language, unit_id, opened_at)
       select gen_random_uuid(), 990001, slice, kind, title, language, unit_id, '2026-03-04T05:06:07Z'
       from matters where slice = 'submissions' limit 1
       returning id
     )
     insert into submissions (id, words, authorship) select id, 'Written by the version before.', 'anonymous' from opened
     returning opened_at at time zone 'UTC' = '2026-03-04T05:06:07' as is_the_same`,
  )
  await client.query('rollback')
  client.release()
  expect(rows).toEqual([{ is_the_same: true }])
})

test('what the version before handed in and decides is listed as everything else', async () => {
  const { pool } = house.database
  const amiss = `
    select count(*)::int as amiss from (
      (select id, opened_at, kind, language, body_id, due_at, state from submissions_to_list)
      except
      (select id, opened_at, kind, language, body_id, due_at, state from listed_submissions)
    ) as either`
  expect((await pool.query(amiss)).rows).toEqual([{ amiss: 0 }])
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`update matters set visibility = 'held' where id in (
    select id from listed_submissions where state = 'received' limit 1)`)
  await client.query(
    `update custody set considered_at = now() where decided_at is null and considered_at is null`,
  )
  await client.query(
    `update custody set decided_at = now(), outcome = 'answered', reason = 'Done.' where decided_at is null`,
  )
  await client.query(
    `update matters set closed_at = now(), closing_outcome = 'answered' where closed_at is null and parent_id is null`,
  )
  const { rows } = await client.query(amiss)
  const ended = await client.query(
    `select count(*)::int as many from listed_submissions where state = 'answered'`,
  )
  await client.query('rollback')
  client.release()
  expect(rows).toEqual([{ amiss: 0 }])
  expect(ended.rows[0]?.many).toBeGreaterThan(20)
})

test('an index of which a power cut left half is made anew', async () => {
  const { pool } = house.database
  const name = 'submissions.104-words-by-day.sql'
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(
    `update pg_index set indisvalid = false where indexrelid = 'submissions_by_day_and_words'::regclass`,
  )
  await owner.query('delete from migrations where name = $1', [name])
  await owner.end()
  expect(await migrate(url, migrations)).toEqual([name])
  const { rows } = await pool.query(
    `select indisvalid as "isValid" from pg_index where indexrelid = 'submissions_by_day_and_words'::regclass`,
  )
  expect(rows).toEqual([{ isValid: true }])
})

test('every story, body and receipt is served, and something new can be handed in', async () => {
  const visitor = new Visitor(house.server)
  const { db } = house.database
  for (const { number } of await db.selectFrom('matters').select('number').execute())
    expect({ number, status: (await visitor.get(`/submissions/${number}`)).status }).toEqual({
      number,
      status: 200,
    })
  for (const { slug } of await db.selectFrom('bodies').select('slug').execute())
    expect({ slug, status: (await visitor.get(`/bodies/${slug}`)).status }).toEqual({ slug, status: 200 })
  const reply = await visitor.postJson('/api/v1/submissions', {
    title: 'Handed in after the upgrade',
    words: 'It still works.',
    authorship: 'anonymous',
    to: 'housing',
  })
  expect(reply.status).toBe(201)
}, 120_000)

test('every job runs, and the record goes on where it was', async () => {
  for (const job of slices.flatMap((slice) => slice.jobs ?? [])) await job.run(house.jobHouse)
  const { entries, covered } = await finishRecord(url)
  expect(covered).toBe(entries)
  const key = (await house.server.inject({ url: '/record/key' })).body.trim()
  const mirror = path.join(folder, 'record')
  await mirrorRecord(house.server, mirror)
  expect(await auditWithVerify(mirror, key)).toMatchObject({ isSound: true })
}, 120_000)

async function open(): Promise<OpenHouse> {
  const { db, close } = connect({ url })
  const standing = await readHouse(db, BASE_URL)
  await close()
  if (!standing) throw new Error('The house is not there after the upgrade.')
  return openHouse({
    databaseUrl: url,
    house: standing,
    clock: machineClock(),
    translators: await loadTranslators(path.join(projectRoot, 'locales')),
    assets: { folder: path.join(projectRoot, 'locales'), urlOf: (name) => `/assets/${name}` },
    log: createLog('silent'),
    writesPerMinute: 10_000,
    // A busy machine is no finding.
    mostQueuedMs: 60_000,
  })
}
