import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'

const page = readFileSync(join(projectRoot, 'docs/security/asvs.md'), 'utf8')
const rows = [...page.matchAll(/^\|\s*(\d+\.\d+\.\d+)\s*\|([^|]+)\|\s*(✓|–|open)\s*\|([^|]+)\|$/gm)]

test('each of the 253 requirements of level 2 is answered once', () => {
  const numbers = rows.map(([, number]) => number)
  expect(numbers).toHaveLength(253)
  expect(new Set(numbers).size).toBe(253)
})

test('every file that is named as evidence is there', () => {
  const named = rows.flatMap(([, number, , , evidence = '']) =>
    [...evidence.matchAll(/`((?:src|db|docs|e2e|build|verify)\/[^`\s]+|package-lock\.json)`/g)].map(
      ([, file = '']) => ({
        number,
        file,
      }),
    ),
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter(({ file }) => !existsSync(join(projectRoot, file)))).toEqual([])
})

test('the sums at its head are those of its rows', () => {
  for (const state of ['✓', '–', 'open']) {
    const many = rows.filter(([, , , is]) => is === state).length
    expect(page).toContain(`- **${state}** ${many}:`)
  }
})
