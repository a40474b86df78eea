import { afterAll, expect, test } from 'vitest'
import { csvIn } from '../../app/testing/csv-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { importSubmissions } from './import-submissions.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const asked = { columns: { title: 'Petition', source: 'URL' }, name: 'petitions', language: 'en' }

async function take(text: string) {
  const { given, problems } = csvIn(house, text)
  return { ...(await importSubmissions(house.db, { ...given, ...asked })), problems }
}

const FILE = `Petition,URL,to
Warm rooms,https://example.org/1,housing
,https://example.org/2,housing
"Buses, after midnight",https://example.org/3,nowhere
Lights in the park,https://example.org/4,
`

test('good rows are kept; bad ones are named by line, column and what would be right', async () => {
  const { taken, refused, problems } = await take(FILE)
  expect([taken, refused]).toEqual([2, 2])
  expect(problems).toEqual([
    { line: 3, column: 1, heading: 'Petition', reason: 'Fill this in.' },
    expect.objectContaining({ line: 4, heading: 'to', reason: expect.stringContaining('nowhere') }),
  ])
})

test('the same file again changes nothing, and a longer one adds what is new', async () => {
  expect(await take(FILE)).toMatchObject({ taken: 0, known: 2 })
  expect(await take(`${FILE}A bench,https://example.org/5,\n`)).toMatchObject({ taken: 1, known: 2 })
})

test('two runs at once take each row once', async () => {
  const file = `Petition,URL\n${Array.from({ length: 40 }, (_, row) => `Row ${row},u${row}`).join('\n')}\n`
  const runs = await Promise.allSettled([take(file), take(file)])
  await take(file)
  const { count } = await house.db
    .selectFrom('submissions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('source', 'like', 'petitions:u%')
    .executeTakeFirstOrThrow()
  expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true)
  expect(Number(count)).toBe(40)
})

test('each has an entry and a receipt of its own', async () => {
  await house.runJobs()
  const { number } = await house.db
    .selectFrom('submissions')
    .innerJoin('matters', 'matters.id', 'submissions.id')
    .select('number')
    .where('source', '=', 'petitions:https://example.org/4')
    .executeTakeFirstOrThrow()
  expect((await house.visitor().get(`/receipts/${number}.proof`)).status).toBe(200)
  expect((await house.visitor().get(`/submissions/${number}`)).text()).toContain('With Front desk')
})
