import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readStylesheet } from './stylesheet.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
)

test('the order of the layers is declared before anything stands in one', () => {
  const css = readStylesheet(folder).replace(/\/\*[\s\S]*?\*\//g, '')
  expect(css.trimStart()).toMatch(/^@layer tokens, base, layout, components, print;/)
})

test.each(sources)('%s stands in a layer, uses logical properties and no !important', (path) => {
  const css = readFileSync(`${folder}/${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  if (!path.startsWith('fonts')) expect(css).toMatch(/^\s*@layer /)
  expect(css).not.toContain('!important')
  expect(css).not.toMatch(
    /(^|[\s;{])((margin|padding|border|inset)-(left|right|top|bottom)|left|right|width|height)\s*:/m,
  )
  expect(css).not.toMatch(/text-align:\s*(left|right)|float:/)
})
