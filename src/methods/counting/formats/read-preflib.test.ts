import { expect, test } from 'vitest'
import { canonicalText } from '../lots.ts'
import { readPapers } from './read-papers.ts'
import { readPreflib } from './read-preflib.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const head =
  '# TITLE: Board\n# ALTERNATIVE NAME 1: Ada\n# ALTERNATIVE NAME 2: Bede\n# ALTERNATIVE NAME 3: Cyd\n'

test('complete and incomplete orders with ties in braces', () => {
  const papers = readPreflib(bytesOf(`${head}4: 1,2,3\n2: 3,{2,1}\n1: {3,1},2\n`))
  expect(papers.title).toBe('Board')
  expect(canonicalText(papers)).toBe('Ada\nBede\nCyd\n\n1:1=3>2\n2:3>1=2\n4:1>2>3\n')
})

test('a file without its ending is known by how it begins', () => {
  expect(readPapers('papers', bytesOf(`${head}4: 1,2,3\n`)).candidates).toEqual(['Ada', 'Bede', 'Cyd'])
  expect(readPapers('papers', bytesOf('2 1\n3 1 0\n0\n"A"\n"B"\n"t"\n')).places).toBe(1)
})

test.for<[string, string]>([
  ['4: 1,2,3\n', 'names a candidate'],
  [`${head}4: 1,5\n`, 'line 5, column 6: "5" is no candidate: write a number from 1 to 3.'],
  [`${head}4: 1,1\n`, 'line 5, column 6: This paper ranks candidate 1 twice.'],
  [`${head}1,2\n`, 'line 5, column 1: A paper is written "count: first,second,…"'],
  ['# ALTERNATIVE NAME 2: Ada\n', 'line 1, column 1: Candidate 2 is named where 1 is due.'],
])('%j is refused: %s', ([text, reason]) => {
  expect(() => readPreflib(bytesOf(text))).toThrow(reason)
})
