import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'

test('each command of this folder is a verb of the launcher', () => {
  const launcher = readFileSync(path.join(projectRoot, 'src', 'cli.ts'), 'utf8')
  const commands = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
  expect(commands.length).toBeGreaterThan(20)
  expect(commands.filter((name) => !launcher.includes(`'${name}'`))).toEqual([])
})
