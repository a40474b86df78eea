import { expect, test } from 'vitest'
import { StatementReader } from './read-statements.ts'

function read(text: string, strict = false): StatementReader {
  const [headings = [], ...rows] = text.split('\n').map((line) => line.split(','))
  const reader = new StatementReader({ headings, strict })
  rows.forEach((row, i) => {
    reader.add(i + 2, row)
  })
  return reader
}

const LIST = 'comment-id,moderated,is-meta,comment-body\n1,1,,Buses\n2,-1,,Spam\n3,0,,Trams\n4,1,true,I drive'

test('a list of statements gives their words, what moderation took out, and what is about the person', () => {
  const { statements, problems } = read(LIST)
  expect(problems).toEqual([])
  expect(statements.texts.get('3')).toBe('Trams')
  expect([statements.setAside, statements.background]).toEqual([['2'], ['4']])
})

test('strict moderation sets aside what nobody accepted, too', () => {
  expect(read(LIST, true).statements.setAside).toEqual(['2', '3'])
})

test('a list of ids and words alone is enough', () => {
  expect(read('statement,text\n1,Buses').statements).toMatchObject({ setAside: [], background: [] })
})

test('what is wrong is told by line, column and what would be right', () => {
  const { problems } = read('statement,moderated\n,1\n7,yes\n7,1')
  expect(problems.map(({ line, column, reason }) => `${line}/${column}: ${reason}`)).toEqual([
    '2/1: The statement is missing: write its id.',
    '3/2: "yes" is not a judgement: write 1 (accepted), 0 (not judged) or -1 (rejected).',
    '4/1: Statement "7" stands in the list already.',
  ])
  expect(read('words\nBuses').problems[0]?.reason).toMatch(/No column is headed "statement"/)
})
