import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, type Inline, textOf } from './blocks.ts'
import { readMarkup } from './read-markup.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })
const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines })

test('paragraphs, emphasis, lists, quotes and headings are read', () => {
  expect(readMarkup('Say *one* and **two**.\n\nThen:\n- a\n- b\n  1. c\n\n> why\n\n## How')).toEqual([
    paragraph(
      text('Say '),
      { kind: 'emphasis', inlines: [text('one')] },
      text(' and '),
      { kind: 'strong', inlines: [text('two')] },
      text('.'),
    ),
    paragraph(text('Then:')),
    {
      kind: 'list',
      start: null,
      items: [
        [paragraph(text('a'))],
        [paragraph(text('b')), { kind: 'list', start: 1, items: [[paragraph(text('c'))]] }],
      ],
    },
    { kind: 'quote', blocks: [paragraph(text('why'))] },
    { kind: 'heading', level: 2, inlines: [text('How')] },
  ])
})

test('links lead to http, https and mailto alone, whole and typed out', () => {
  const [block] = readMarkup('[a](https://a.org) <https://b.org/x> see http://c.org/d, [m](mailto:m@d.org)')
  expect(hrefsOf(block)).toEqual(['https://a.org', 'https://b.org/x', 'http://c.org/d', 'mailto:m@d.org'])
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#115;cript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  '//elsewhere.org',
  '/account',
  'https:elsewhere.org',
  'https:///elsewhere.org',
])('no link is made to %s', (address) => {
  const words = `[look](${address}) and <${address}>`
  expect(readMarkup(words).flatMap(hrefsOf)).toEqual([])
})

test('HTML, pictures and code are words like any others', () => {
  const words = '<script>alert(1)</script> ![x](https://a.org/x.png "t") `code` &lt;b&gt; <b onclick="x">'
  const [block] = readMarkup(words)
  expect(block?.kind).toBe('paragraph')
  expect(textIn(block)).toBe(words.replace('[x](https://a.org/x.png "t")', 'x'))
})

test('a sign inside a word, a line break and several spaces stay as they were typed', () => {
  const words = 'It is 5*3*2 in snake_case_names.\n  Two   spaces,\n#hashtag'
  expect(readMarkup(words)).toEqual([paragraph(text(words))])
})

test('what plain words say is what is read', () => {
  const plain = fc.stringMatching(/^[\p{L}\p{N},.?!;:'’“”()%&$£€ ]{1,60}$/u)
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 5 }), (lines) => {
      const words = lines.map((line) => `x${line}x`).join('\n')
      expect(readMarkup(words).map(textIn).join('\n\n')).toBe(words)
    }),
    { seed: 1 },
  )
})

const BOMBS = {
  quotes: '>'.repeat(20_000),
  lists: `${'- '.repeat(9_999)}x`,
  staircase: Array.from({ length: 195 }, (_, at) => `${' '.repeat(at)}- a`).join('\n'),
  emphasis: `${'*a '.repeat(3_333)}${'a* '.repeat(3_333)}`,
  strong: `${'*'.repeat(9_999)}a${'*'.repeat(9_999)}`,
  signs: '*_'.repeat(10_000),
  brackets: '['.repeat(20_000),
  'open links': '[a]('.repeat(5_000),
  'open addresses': '[a](<'.repeat(4_000),
  angles: '<http:'.repeat(3_333),
  addresses: 'http://'.repeat(2_857),
  items: '-\n'.repeat(10_000),
  headings: '#\n'.repeat(10_000),
  backslashes: '\\'.repeat(20_000),
}

// The limit is the test's own time: the slowest takes a quarter of a second on a laptop, a quadratic one took minutes.
test.each(Object.entries(BOMBS))(
  '20,000 characters of %s are read in time, and nothing is lost',
  (_, bomb) => {
    const blocks = readMarkup(bomb)
    expect(depthOf(blocks)).toBeLessThanOrEqual(13)
    const letters = (words: string) => words.replace(/[^a-z]/g, '')
    expect(letters(blocks.map(textIn).join(''))).toBe(letters(bomb))
  },
  10_000,
)

function textIn(block: Block | undefined): string {
  if (!block) return ''
  if (block.kind === 'list') return block.items.flat().map(textIn).join('')
  return block.kind === 'quote' ? block.blocks.map(textIn).join('') : textOf(block.inlines)
}

function hrefsOf(block: Block | undefined): string[] {
  if (block?.kind !== 'paragraph') return []
  return block.inlines.flatMap((inline) => (inline.kind === 'link' ? [inline.href] : []))
}

function depthOf(blocks: readonly Block[]): number {
  return Math.max(
    0,
    ...blocks.map((block) => {
      if (block.kind === 'list') return 1 + Math.max(0, ...block.items.map(depthOf))
      return block.kind === 'quote' ? 1 + depthOf(block.blocks) : 0
    }),
  )
}
