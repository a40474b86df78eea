import { afterAll, expect, test } from 'vitest'
import { csvIn } from '../../app/testing/csv-in.ts'
import { handedIn, storyOf } from '../../app/testing/handed-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { importBodies } from './import-bodies.ts'

const house = await openTestHouse()
afterAll(() => house.close())

const HEADINGS = 'slug,name,kind,unit,days,about,reviewed_by,front_desk,holds_strangers,clerks,members'

async function importing(...lines: string[]) {
  const { given, problems } = csvIn(house, [HEADINGS, ...lines].join('\n'))
  return { ...(await importBodies(house.db, given)), problems }
}

interface Told {
  reviewed_by: string | null
  promise_days: number
  members: { name: string; seat: string; until: string | null }[]
  clerks: { name: string }[]
}

const told = async (slug: string): Promise<Told> =>
  (await house.visitor().getJson(`/api/v1/bodies/${slug}`)).json()

const count = async (kind: string) =>
  (await house.db.selectFrom('entries').select('id').where('kind', '=', kind).execute()).length

const RIVERS =
  'rivers,Rivers Commission,commission,northmoor,21,"Water, and banks.",weir,,yes,noor@example.org 2027-06-30,nasreen@example.org 2026-11-02 2027-10-31 chair; Kwame Asante <kwame@example.org>'
const WEIR = 'weir,Weir Board,board,millbrook,14,,executive,,,,'

test('bodies come with promise, reviewer from further down, clerks and members with terms', async () => {
  expect(await importing(RIVERS, WEIR)).toMatchObject({ opened: 2, named: 3, problems: [] })
  expect(await told('rivers')).toMatchObject({
    reviewed_by: 'weir',
    promise_days: 21,
    members: [
      { name: 'Nasreen Akhtar', seat: 'chair', until: '2027-10-31' },
      { name: 'Kwame Asante', seat: 'member', until: null },
    ],
    clerks: [{ name: 'Noor Haddad' }],
  })
  expect((await (await house.as('noor')).get('/bodies/rivers/desk')).status).toBe(200)
  expect([await count('body.opened'), await count('body.seat-given'), await count('grant.given')]).toEqual([
    2, 2, 1,
  ])
})

test('the same file again names nobody twice and writes nothing, nor brings back whose seat was ended', async () => {
  const ada = await house.as('ada')
  const seats = house.db.selectFrom('bodySeats').innerJoin('people', 'people.id', 'bodySeats.personId')
  const { id } = await seats
    .select('bodySeats.id')
    .where('people.name', '=', 'Kwame Asante')
    .executeTakeFirstOrThrow()
  await ada.post(`/bodies/rivers/members/${id}/ending`, { reason: 'Moved away.' })
  const entries = () => house.db.selectFrom('entries').select('id').execute()
  const before = await entries()
  expect(await importing(RIVERS, WEIR)).toMatchObject({
    opened: 0,
    changed: 0,
    known: 2,
    named: 0,
    problems: [],
  })
  expect(await entries()).toHaveLength(before.length)
  expect((await told('rivers')).members).toHaveLength(1)
})

test('a name beside an address in one cell holds for the same address in the other', async () => {
  const line = 'mill,Mill Group,group,millbrook,28,,,,,Efua Boateng <efua@example.org>,efua@example.org chair'
  expect(await importing(line)).toMatchObject({ opened: 1, named: 2, problems: [] })
  expect((await told('mill')).members).toMatchObject([{ name: 'Efua Boateng', seat: 'chair' }])
})

test('another name or promise is written with its entry; the promise is for later arrivals alone', async () => {
  const earlier = await handedIn(house, { to: 'weir' })
  house.moveOn(1)
  const { problems, ...tally } = await importing('weir,Weir and Lock Board,,millbrook,40,,,,,,')
  expect(tally).toMatchObject({ changed: 1, known: 0 })
  expect(problems).toEqual([])
  const later = await handedIn(house, { to: 'weir' })
  const due = async (matter: { path: string }) => (await storyOf(house, matter)).custody?.due_at.slice(0, 10)
  expect([await due(earlier), await due(later)]).toEqual(['2026-11-16', '2026-12-13'])
  expect((await house.visitor().get('/bodies/weir')).text()).toContain('Weir and Lock Board')
  expect([await count('body.changed'), await count('body.promise-changed')]).toEqual([2, 1])
})

test('slips are left out with line, column and reason; the rest is taken', async () => {
  const { problems, ...tally } = await importing(
    'pond,Pond Group,group,nowhere,28,,,,,,',
    'pond,Pond Group,group,millbrook,400,,,,,,',
    'pond,Pond Group,,millbrook,28,,,,,,',
    'pond,Pond Group,group,millbrook,,,,,,,',
    'rivers,Rivers Commission,commission,millbrook,21,,,,,,',
    'front-desk,Front desk,desk,alliance,7,,,no,,,',
    'weir,Weir Board,board,millbrook,40,,weir,,,,',
    'pond,Pond Group,group,millbrook,28,,gone,maybe,,,',
    'pond,Pond Group,group,millbrook,28,,gone,,,stranger@example.org,x; olga@example.org 2026-01-01',
    'pond,Pond Group,group,millbrook,28,,,,,,',
    'new,New,group,millbrook,28,,,,,,',
  )
  expect(tally).toMatchObject({ opened: 1, changed: 0, named: 0 })
  const said = problems.map(({ line, heading, reason }) => `${line} ${heading}: ${reason}`)
  const expected = [
    '2 unit: No open unit has the slug or code “nowhere”',
    '3 days: Give a whole number of days between 1 and 366',
    '4 kind: Say what it is',
    '5 days: Say within how many days it answers',
    '6 unit: “rivers” is a body of “northmoor”, not of “millbrook”',
    '7 front_desk: There is always one front desk',
    '8 reviewed_by: A body does not review itself',
    '9 front_desk: Choose one of the answers',
    '10 members: “x” cannot be read',
    '10 members: The term of olga@example.org ends before it begins',
    '10 clerks: Nobody here has the address stranger@example.org',
    '11 slug: “pond” stands on line 10 already',
    '12 slug: Use small letters',
    '10 reviewed_by: No body has the slug “gone”',
  ]
  expect(said).toHaveLength(expected.length)
  for (const [at, words] of expected.entries()) expect(said[at]).toContain(words)
})
