import { expect, test } from 'vitest'
import { namedInCell } from './named-in-cell.ts'

test('an address, one day or two, and a seat', () => {
  const { people, unread } = namedInCell(
    'Ada@Example.org 2026-11-01 2027-10-31 vice chair; noor@example.org 2027-10-31;gwen@example.org chair\n idris@example.org',
  )
  expect(unread).toEqual([])
  expect(people).toEqual([
    {
      email: 'ada@example.org',
      name: undefined,
      fromOn: '2026-11-01',
      toOn: '2027-10-31',
      seat: 'vice chair',
    },
    { email: 'noor@example.org', name: undefined, fromOn: undefined, toOn: '2027-10-31', seat: undefined },
    { email: 'gwen@example.org', name: undefined, fromOn: undefined, toOn: undefined, seat: 'chair' },
    { email: 'idris@example.org', name: undefined, fromOn: undefined, toOn: undefined, seat: undefined },
  ])
})

test('a name before the address, as mail programs write it', () => {
  expect(namedInCell('Olga Dąbrowska <olga@example.org> 2027-01-31').people).toMatchObject([
    { name: 'Olga Dąbrowska', email: 'olga@example.org', toOn: '2027-01-31' },
  ])
})

test('what cannot be read is handed back, and the rest is read', () => {
  const cell =
    'nobody; ada@example.org 2026-13-01; ada@example.org 2026-01-01 2026-02-01 2026-03-01; a@b.example'
  const { people, unread } = namedInCell(cell)
  expect(people.map(({ email }) => email)).toEqual(['a@b.example'])
  expect(unread).toHaveLength(3)
  expect(namedInCell(' ; ')).toEqual({ people: [], unread: [] })
})
