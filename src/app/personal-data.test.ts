import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Log } from '#core/log/log.ts'
import type { PersonalData } from '#core/slice/personal-data.ts'
import { listErasuresJob } from './list-erasures-job.ts'
import { slices } from './slices.ts'
import { auditRecord } from './testing/audit-record.ts'
import { findInDatabase, placesOf } from './testing/every-column.ts'
import { CODE, inLetterTo } from './testing/letters.ts'
import { liveAtGathering } from './testing/marked-gathering.ts'
import { handInAnonymously, liveAsClerk, liveAsMember, liveAsStranger } from './testing/marked-life.ts'
import {
  ADDRESS,
  AGENT,
  CLERK,
  giveClerksRoles,
  idOf,
  join,
  MEMBER,
  STRANGER,
  signInAgain,
} from './testing/marked-people.ts'
import { openTestHouse } from './testing/open-test-house.ts'
import { sendMarksEverywhere } from './testing/send-marks-everywhere.ts'
import type { Visitor } from './testing/visitor.ts'

/**
 * What my-data promises, held: three people write themselves into every slice through its routes, each with marks of their own.
 * Each column that then holds a mark must be declared by its slice; after erasing, no mark is anywhere but where the slice
 * said that it stays, and why.
 */

const lines: string[] = []
const keep = (...line: unknown[]) => void lines.push(JSON.stringify(line))
const log: Log = { info: keep, warn: keep, error: keep }

const declared = slices.flatMap((slice) => slice.personalData ?? [])
const placesIn = (data: readonly PersonalData[]) =>
  new Set(data.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)))

const folder = mkdtempSync(path.join(tmpdir(), 'folkmoot-data-'))

const house = await openTestHouse({ log })
let [member, clerk]: Visitor[] = []
let ids: { member: string; clerk: string }
let anonymous: { path: string; key: string }

beforeAll(async () => {
  const [theirs, theClerks] = [await join(house, MEMBER), await join(house, CLERK)]
  member = theirs
  clerk = theClerks
  ids = { member: await idOf(house, MEMBER.email), clerk: await idOf(house, CLERK.email) }
  await giveClerksRoles(house, ids.clerk)
  await liveAsStranger(house)
  anonymous = await handInAnonymously(house)
  await liveAsMember(house, theirs, theClerks)
  await liveAsClerk(house, theClerks)
  await liveAtGathering(house, theClerks, theirs)
  await sendMarksEverywhere(theClerks, CLERK.mark)
  await sendMarksEverywhere(theirs, MEMBER.mark)
  await theClerks.post('/sessions/end', { email: MEMBER.email, reason: `${CLERK.mark}stolen` })
  // Links that were on their way are dead: the newest letter is the one that counts.
  house.clock.moveOn(1_000)
}, 240_000)
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const marksOf = (...marks: string[]) => findInDatabase(house.database.pool, marks)

describe('before anything is erased', () => {
  test('each column that holds something about a person is declared by its slice', async () => {
    const found = await marksOf(MEMBER.mark, STRANGER.mark, CLERK.mark, ids.member, ids.clerk, ADDRESS)
    const known = placesIn(declared)
    expect(placesOf(found).filter((place) => !known.has(place))).toEqual([])
    expect(placesOf(found).length).toBeGreaterThan(50)
  })

  test('each declared column is one that exists', async () => {
    const columns = await house.database.pool.query<{ place: string }>(
      "select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'",
    )
    const there = new Set(columns.rows.map(({ place }) => place))
    expect([...placesIn(declared)].filter((place) => !there.has(place))).toEqual([])
  })

  test('each column that names a person is declared, whether or not it was written here', async () => {
    const columns = await house.database.pool.query<{ place: string }>(`
      select k.table_name || '.' || k.column_name as place
      from information_schema.referential_constraints r
      join information_schema.key_column_usage k on k.constraint_name = r.constraint_name
      join information_schema.constraint_column_usage u on u.constraint_name = r.constraint_name
      where u.table_name = 'people' and k.table_schema = 'public'`)
    const known = placesIn(declared)
    expect(columns.rows.map(({ place }) => place).filter((place) => !known.has(place))).toEqual([])
  })

  test('no log line, no finer device and no network address is kept of anybody', async () => {
    expect(await marksOf(ADDRESS, AGENT, 'Zqmembersystem')).toEqual([])
    expect(lines.filter((line) => /zq(member|stranger|clerk)|203\.0\.113/i.test(line))).toEqual([])
  })
})

describe('after erasing', () => {
  beforeAll(async () => {
    await house.runJobs()
    const visitor = house.visitor()
    await visitor.post('/my-data/codes', { email: STRANGER.email })
    await visitor.post('/my-data/visits', { code: await inLetterTo(house, STRANGER.email, CODE) })
    expect((await visitor.post('/my-data/erasure', { sure: 'yes' })).location).toBe('/my-data/erased')
    const erased = await house
      .visitor()
      .post(`${anonymous.path}/erasure`, { key: anonymous.key, sure: 'yes' })
    expect(erased.status).toBe(200)
    for (const [who, email] of [
      [member, MEMBER.email],
      [clerk, CLERK.email],
    ] as const) {
      const again = await signInAgain(house, email)
      const reply = await again.post('/my-data/erasure', { words: 'erased', sure: 'yes' })
      expect(reply.location).toBe('/my-data/erased')
      expect((await who?.get('/account'))?.status).toBe(303)
    }
    await house.runJobs()
  }, 120_000)

  test('nothing of the member is left in any column of any table', async () => {
    const found = await marksOf(MEMBER.mark, ids.member)
    // That somebody was erased is what keeps a restored backup from bringing them back; nothing else leads to the id.
    expect(placesOf(found)).toEqual(['erasures.subject_id'])
  })

  test('nothing of the stranger is left, though others wrote of them', async () => {
    expect(placesOf(await marksOf(STRANGER.mark))).toEqual([])
  })

  test('of whoever held a role there is left what was declared to stay, and why, and no address', async () => {
    const staying = placesIn(declared.filter(({ stays }) => stays !== undefined))
    const found = await marksOf(CLERK.mark, ids.clerk)
    const places = placesOf(found).filter((place) => place !== 'erasures.subject_id')
    expect(places.filter((place) => !staying.has(place))).toEqual([])
    expect(places).toContain('people.name')
    expect(found.filter(({ value }) => value.includes(CLERK.email))).toEqual([])
    for (const gone of ['sessions', 'memberships', 'access_tokens', 'letters_out', 'passkeys'])
      expect(places.filter((place) => place.startsWith(`${gone}.`))).toEqual([])
  })

  test('no file is left beside words that are gone, and no log line says whose they were', async () => {
    expect(await house.db.selectFrom('attachments').select('id').execute()).toEqual([])
    expect(lines.filter((line) => /zq(member|stranger|clerk)/i.test(line))).toEqual([])
  })

  test('no file of the data folder holds a mark; the list of erasures there holds ids alone', async () => {
    await listErasuresJob(folder).run(house.jobHouse)
    const files = readdirSync(folder)
    expect(files).toEqual(['erasures'])
    for (const file of files) {
      const text = readFileSync(path.join(folder, file), 'utf8')
      expect(text.split('\n').length).toBeGreaterThan(50)
      expect(/zq(member|stranger|clerk)/i.exec(text)).toBeNull()
    }
  })

  test('the record verifies, and says where words were', async () => {
    expect(await auditRecord(house)).toMatchObject({ code: 0, said: expect.stringContaining('adds up') })
    const tombstones = await house.db
      .selectFrom('entries')
      .select('id')
      .where('kind', '=', 'author.erased')
      .execute()
    expect(tombstones.length).toBeGreaterThan(5)
  })

  test('a backup that brings it all back is erased again by the list alone', async () => {
    const person = { id: ids.member, name: MEMBER.name, email: MEMBER.email, joinedAt: house.clock.now() }
    await house.db.insertInto('people').values(person).execute()
    const erasures = await house.db.selectFrom('erasures').select(['kind', 'subjectId']).execute()
    const again = new Map(slices.flatMap((slice) => Object.entries(slice.erasesAgain ?? {})))
    const unknown = erasures.map(({ kind }) => kind).filter((kind) => !again.has(kind))
    expect([...new Set(unknown)]).toEqual([])
    const now = house.clock.now()
    await house.db.transaction().execute(async (tx) => {
      for (const { kind, subjectId } of erasures) await again.get(kind)?.(tx, { subjectId, now })
    })
    expect(placesOf(await marksOf(MEMBER.mark, ids.member))).toEqual(['erasures.subject_id'])
  })
})
