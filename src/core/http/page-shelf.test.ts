import { expect, test } from 'vitest'
import { PageShelf } from './page-shelf.ts'

const page = (about: string[] = []) => ({
  body: Buffer.alloc(10_000),
  headers: {},
  etag: '"1"',
  about: new Set(about),
})

test('of too many the one that nobody asked for longest goes', () => {
  const shelf = new PageShelf({ mostBytes: 40_000 })
  for (const key of ['a', 'b', 'c']) shelf.put(key, page())
  shelf.get('a')
  shelf.put('d', page())
  expect(['a', 'b', 'c', 'd'].filter((key) => shelf.get(key))).toEqual(['a', 'c', 'd'])
})

test('a page put again is counted once', () => {
  const shelf = new PageShelf({ mostBytes: 40_000 })
  shelf.put('a', page())
  for (let times = 0; times < 20; times += 1) shelf.put('b', page())
  expect(shelf.get('a')).toBeDefined()
})

test('one larger than the shelf is not kept, and leaves room for the next', () => {
  const shelf = new PageShelf({ mostBytes: 8_000 })
  shelf.put('a', page())
  expect(shelf.get('a')).toBeUndefined()
  shelf.put('b', { ...page(), body: Buffer.alloc(1_000) })
  expect(shelf.get('b')).toBeDefined()
})

test('what is told of goes, and nothing else; all goes when everything is', () => {
  const shelf = new PageShelf()
  shelf.put('a', page(['2417', 'housing']))
  shelf.put('b', page(['24']))
  shelf.forget('2417')
  expect([shelf.get('a'), shelf.get('b')]).toEqual([undefined, expect.anything()])
  shelf.forget(null)
  expect(shelf.get('b')).toBeUndefined()
})
