import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fonts } from './fonts.ts'

const css = readFileSync(new URL('./fonts.css', import.meta.url), 'utf8')
const modules = new URL('../../../node_modules/', import.meta.url)

test('every face the stylesheet names is copied, and nothing else is', () => {
  const named = [...css.matchAll(/url\(\/assets\/fonts\/([^)]+)\)/g)].map((found) => found[1])
  expect(named.sort()).toEqual(Object.keys(fonts).sort())
})

test.each(Object.entries(fonts))('%s stands in its package', (_name, from) => {
  expect(existsSync(new URL(from, modules))).toBe(true)
})
