import { afterAll, expect, test } from 'vitest'
import { csvIn } from '../../app/testing/csv-in.ts'
import { openTestHouse } from '../../app/testing/open-test-house.ts'
import { publicWordsOf } from '../../app/testing/public-words.ts'
import { importUnits } from './import-units.ts'

const house = await openTestHouse()
afterAll(() => house.close())

async function importing(...lines: string[]) {
  const { given, problems } = csvIn(house, ['slug,name,kind,parent,code,own', ...lines].join('\n'))
  return { ...(await importUnits(house.db, given)), problems }
}

const aboveOf = async (slug: string): Promise<string[]> => {
  const told = (await house.visitor().getJson(`/api/v1/units/${slug}`)).json() as {
    above: { slug: string }[]
  }
  return told.above.map((unit) => unit.slug)
}

const entries = (kind: string) => publicWordsOf(house, kind)

/** Every lineage is its parent's with the unit itself behind it. */
async function untrueLineages() {
  const units = await house.db.selectFrom('units').select(['id', 'slug', 'parentId', 'lineage']).execute()
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return units.filter(({ id, parentId, lineage }) => {
    const above = parentId === null ? [] : (byId.get(parentId)?.lineage ?? [])
    return lineage.join() !== [...above, id].join()
  })
}

test('parents may come later in the file, or stand already; an empty one is the whole', async () => {
  const told = await importing(
    'high-street,High Street,branch,westmoor,,',
    'westmoor,Westmoor,constituency,west,W09,',
    'west,The West,region,,,',
    'mill-lane,Mill Lane,branch,northmoor,,',
    'dockers,Dockers’ Guild,union,,,yes',
  )
  expect(told).toMatchObject({ opened: 5, changed: 0, known: 0, problems: [] })
  expect(await aboveOf('high-street')).toEqual(['alliance', 'west', 'westmoor'])
  expect(await aboveOf('mill-lane')).toEqual(['alliance', 'northmoor'])
  expect(await untrueLineages()).toEqual([])
  expect(await entries('unit.imported')).toMatchObject([{ units: expect.any(Array) }])
  expect((await house.visitor().get('/units/dockers')).text()).toContain('It looks after its own members')
})

test('the same file again changes nothing and writes nothing', async () => {
  const lines = ['high-street,High Street,branch,westmoor,,', 'westmoor,Westmoor,,west,W09,']
  const before = await entries('unit.changed')
  expect(await importing(...lines)).toMatchObject({ opened: 0, changed: 0, known: 2, problems: [] })
  expect(await entries('unit.changed')).toEqual(before)
})

test('a changed name and a changed parent are written with an entry, and everything below moves along', async () => {
  const told = await importing(
    'westmoor,Westmoor and Hythe,constituency,northmoor,W09,',
    'west,The West,region,,,',
  )
  expect(told).toMatchObject({ changed: 1, known: 1, problems: [] })
  expect(await aboveOf('high-street')).toEqual(['alliance', 'northmoor', 'westmoor'])
  expect(await untrueLineages()).toEqual([])
  expect((await entries('unit.changed')).at(-1)).toMatchObject({
    name: 'Westmoor and Hythe',
    below: 'northmoor',
    before: { name: 'Westmoor', below: 'west' },
  })
})

test('two that change places do, in whatever order they come', async () => {
  await importing('upper,Upper,region,,,', 'lower,Lower,district,upper,,')
  const told = await importing('upper,Upper,region,lower,,', 'lower,Lower,district,alliance,,')
  expect(told).toMatchObject({ changed: 2, problems: [] })
  expect(await aboveOf('upper')).toEqual(['alliance', 'lower'])
  expect(await untrueLineages()).toEqual([])
})

test('circles, strangers and slips are left out with line, column and reason; the rest is taken', async () => {
  const { problems, ...told } = await importing(
    'one,One,branch,two,,',
    'two,Two,branch,three,,',
    'three,Three,branch,one,,',
    'lost,Lost,branch,nowhere,,',
    'below-lost,Below,branch,lost,,',
    'good,Good,branch,west,,',
    'good,Good again,branch,west,,',
    'typo,Typo,consituency,west,,',
    'Bad Slug,Bad,branch,west,,',
    'taken,Taken,branch,west,W09,',
    ',No slug,branch,west,,',
    'self,Self,branch,self,,',
    'alliance,The Commons Alliance,,high-street,,',
    'new,New,branch,west,,',
  )
  expect(told).toMatchObject({ opened: 1, changed: 0 })
  const said = new Map(problems.map((problem) => [problem.line, problem]))
  const reason = (line: number) => `${said.get(line)?.heading}: ${said.get(line)?.reason}`
  expect(reason(2)).toContain('parent: The parents go round in a circle: one → two → three → one')
  expect(reason(5)).toBe('parent: No unit has the slug “nowhere”, here or in this file.')
  expect(reason(6)).toBe('parent: Its parent “lost” was left out, so it has nowhere to stand.')
  expect(reason(8)).toContain('slug: “good” stands on line 7 already')
  expect(reason(9)).toContain('kind: “consituency” is no kind of unit. Did you mean “constituency”?')
  expect(reason(10)).toContain('slug: Use small letters')
  expect(reason(11)).toBe('code: The code W09 is that of “westmoor”.')
  expect(reason(12)).toContain('slug: ')
  expect(reason(13)).toBe('parent: “self” cannot stand below itself.')
  expect(reason(14)).toContain('the two would go round in a circle')
  expect(reason(15)).toContain('It must not be “new”')
  expect([...said.keys()].toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15])
  expect(await untrueLineages()).toEqual([])
})

test('a whole country, its leaves first, stands as one tree', async () => {
  const branches = Array.from({ length: 1_200 }, (_, at) => `b-${at},Branch ${at},branch,c-${at % 60},,`)
  const seats = Array.from({ length: 60 }, (_, at) => `c-${at},Seat ${at},constituency,far,,`)
  const told = await importing(...branches, ...seats, 'far,Far,nation,,,')
  expect(told).toMatchObject({ opened: 1_261, problems: [] })
  expect(await untrueLineages()).toEqual([])
  expect(await aboveOf('b-61')).toEqual(['alliance', 'far', 'c-1'])
})
