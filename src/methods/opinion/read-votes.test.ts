import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VoteReader } from './read-votes.ts'
import { layoutOf } from './vote-layout.ts'
import type { VoteTable } from './vote-table.ts'

interface Written {
  agreeIs?: 1 | -1
  keepLast?: boolean
}

function read(text: string, { agreeIs = 1, keepLast = false }: Written = {}) {
  const [headings = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const found = layoutOf(headings)
  if (!found.ok) return { votes: undefined, problems: [found.problem], replaced: 0 }
  const reader = new VoteReader({ layout: found.layout, headings, agreeIs, keepLast })
  rows.forEach((row, i) => {
    reader.add(i + 2, row)
  })
  const votes = reader.finish()
  return { votes: cellsOf(votes), problems: reader.problems, replaced: reader.replaced }
}

function cellsOf(table: VoteTable): Record<string, string> {
  const rows = table.participants.map((id, person) => {
    const places = Array.from(table.statementOf.keys()).slice(
      table.rowStart[person],
      table.rowStart[person + 1],
    )
    return [
      id,
      places.map((i) => `${table.statements[table.statementOf[i] ?? 0]}:${table.answerOf[i]}`).join(' '),
    ]
  })
  return Object.fromEntries(rows)
}

function complaintsOf(text: string, written?: Written): string[] {
  return read(text, written).problems.map(
    ({ line, column, heading, reason }) => `${line}/${column ?? ''} ${heading ?? ''}: ${reason}`,
  )
}

test('votes one a row and votes one person a row are the same votes', () => {
  const long = read('statement,participant,vote\n10,Noor,agree\n2,Noor,disagree\n10,Cai,pass')
  const wide = read('participant,2,10\nNoor,-1,1\nCai,,0')
  expect(long.votes).toEqual({ Cai: '10:0', Noor: '2:-1 10:1' })
  expect(wide.votes).toEqual(long.votes)
})

test('the exports of Polis are read as they are; their groups and counts are not taken for statements', () => {
  const matrix = read('participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n7,1,0,2,1,1,1,-1')
  expect(matrix.votes).toEqual({ 7: '0:1 1:-1' })
  const votes = read('timestamp,datetime,comment-id,voter-id,vote\n200,x,0,7,1\n100,y,0,7,-1\n150,z,1,7,-1')
  expect(votes.votes).toEqual({ 7: '0:1 1:-1' })
  expect(votes.replaced).toBe(1)
})

test('where -1 stands for agree, numbers turn and words do not', () => {
  const votes = read('participant,statement,vote\nNoor,1,-1\nNoor,2,1.0\nNoor,3,agree', { agreeIs: -1 })
  expect(votes.votes).toEqual({ Noor: '1:1 2:-1 3:1' })
})

test('what is wrong is told by line, column and what would be right', () => {
  expect(complaintsOf('participant,statement,vote\nNoor,1,2\n,1,1\nCai,,1')).toEqual([
    '2/3 vote: "2" is not a vote: write 1 (agree), -1 (disagree) or 0 (pass).',
    '3/1 participant: The participant is missing: write an id.',
    '4/2 statement: The statement is missing: write its id.',
  ])
  expect(complaintsOf('participant,s1,s2\nNoor,1,x\nNoor,1,1')).toEqual([
    '2/3 s2: "x" is not a vote: write 1 (agree), -1 (disagree) or 0 (pass), or nothing if they have not seen it.',
    '3/1 participant: Participant "Noor" has a row already: one row a person.',
  ])
  expect(complaintsOf('timestamp,participant,statement,vote\nyesterday,Noor,1,1')).toEqual([
    '2/1 timestamp: "yesterday" is not a time: write milliseconds since 1970, or as in 2026-05-07T09:30:00Z.',
  ])
})

test('two votes on one statement are refused, unless time or the reader decides', () => {
  const twice = 'participant,statement,vote\nNoor,1,1\nCai,1,1\nNoor,1,-1'
  expect(complaintsOf(twice)[0]).toMatch(/^4\/2 statement: .*stands at line 2 already/)
  expect(read(twice, { keepLast: true })).toMatchObject({
    votes: { Cai: '1:1', Noor: '1:-1' },
    problems: [],
    replaced: 1,
  })
  const timed =
    'time,participant,statement,vote\n2026-05-07T10:00:00Z,Noor,1,1\n2026-05-07T09:00:00Z,Noor,1,-1'
  expect(read(timed).votes).toEqual({ Noor: '1:1' })
})

test.each([
  ['voter,comment\n1,2', /No column is headed "vote"/],
  ['name,a,b\n1,1,1', /No column is headed "participant"/],
  ['participant\n1', /No column is headed "statement"/],
  ['participant,a,\n1,1,1', /no heading: write the id of its statement/],
])('headings that are neither layout: %s', (text, reason) => {
  expect(read(text).problems[0]?.reason).toMatch(reason)
})

test('whatever stands in a table, it is read or told, never thrown; what is told has line and column', () => {
  const cell = fc.oneof(
    fc.constantFrom('1', '-1', '0', '', 'agree', 'NaN', '1e0', '２', '\u0000', '__proto__'),
    fc.string(),
  )
  const clean = cell.map((text) => text.replaceAll(/[,\n]/g, ''))
  const rows = fc.array(fc.array(clean, { minLength: 3, maxLength: 3 }), { maxLength: 20 })
  fc.assert(
    fc.property(
      fc.constantFrom('participant,statement,vote', 'participant,s1,s2'),
      rows,
      (headings, cells) => {
        const { problems } = read([headings, ...cells.map((row) => row.join(','))].join('\n'))
        for (const { line, column } of problems) {
          expect(line).toBeGreaterThan(1)
          expect(column).toBeGreaterThan(0)
        }
      },
    ),
  )
})
