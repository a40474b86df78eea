import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growTree } from './append.ts'
import { bundleOf, entriesOf } from './entry-bundle.ts'
import { leafHash } from './hashing.ts'
import { changedTiles, isTileOf, parseTilePath, type Tile, tilePath, tilesOf } from './tiles.ts'

const hashTiles = (tiles: Iterable<Tile>) =>
  [...tiles].filter((tile) => tile.level !== 'entries').map(tilePath)

describe('tiles', () => {
  test('of 70,000 leaves are those the specification counts', () => {
    const paths = hashTiles(tilesOf(70_000))
    expect(paths.filter((path) => /^tile\/0\/[x\d/]+$/.test(path))).toHaveLength(273)
    expect(paths.filter((path) => path.includes('.p/') || !path.startsWith('tile/0/'))).toEqual([
      'tile/0/273.p/112',
      'tile/1/000',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ])
  })

  test('of 256 leaves are a full one and the first of the level above', () => {
    expect(hashTiles(tilesOf(256))).toEqual(['tile/0/000', 'tile/1/000.p/1'])
    expect([...tilesOf(0)]).toEqual([])
  })

  test('are exactly those that growing the tree writes', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.integer({ min: 1, max: 900 }), (before, more) => {
        const hash = leafHash(new Uint8Array())
        const { edge } = growTree([], new Array(before).fill(hash))
        const written = growTree(edge, new Array(more).fill(hash)).tiles.map(({ tile }) => tilePath(tile))
        expect(written.sort()).toEqual(hashTiles(changedTiles(before, before + more)).sort())
      }),
    )
  })

  test('have paths of three digits a step, read back only in that spelling', () => {
    const tile: Tile = { level: 0, index: 1_234_067, width: 256 }
    expect(tilePath(tile)).toBe('tile/0/x001/x234/067')
    expect(parseTilePath('tile/0/x001/x234/067')).toEqual(tile)
    expect(parseTilePath('tile/entries/000.p/9')).toEqual({ level: 'entries', index: 0, width: 9 })
    for (const path of [
      'tile/0/67',
      'tile/00/067',
      'tile/0/x000/067',
      'tile/64/000',
      'tile/0/000.p/256',
      'tile/0/000.p/0',
      'tile/0/000.p/09',
      'tile/0/001/067',
      '/tile/0/000',
      'tile/0/000/',
      'tile/-1/000',
    ]) {
      expect(parseTilePath(path)).toBeNull()
    }
  })

  test('belong to a tree that is large enough', () => {
    expect(isTileOf({ level: 1, index: 0, width: 2 }, 512)).toBe(true)
    expect(isTileOf({ level: 1, index: 0, width: 2 }, 511)).toBe(false)
    expect(isTileOf({ level: 'entries', index: 1, width: 256 }, 511)).toBe(false)
  })
})

describe('entry bundles', () => {
  test('give back what was put in, and only whole', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (entries) => {
        const bundle = bundleOf(entries)
        expect(entriesOf(bundle)).toEqual(entries)
        if (entries.length > 0) expect(entriesOf(bundle.slice(0, -1))).toBeNull()
      }),
    )
  })

  test('write lengths in two bytes, large end first, and refuse an entry beyond them', () => {
    expect([...bundleOf([new Uint8Array(258)])].slice(0, 2)).toEqual([1, 2])
    expect(() => bundleOf([new Uint8Array(65_536)])).toThrow(RangeError)
  })
})
