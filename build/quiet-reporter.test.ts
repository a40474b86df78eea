import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { projectRoot } from '../src/core/config/project-root.ts'

vi.setConfig({ testTimeout: 120_000 })

async function runOf(files: Record<string, string>): Promise<{ code: number; out: string; err: string }> {
  const root = await mkdtemp(join(tmpdir(), 'folkmoot-reporter-'))
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  for (const [name, body] of Object.entries(files))
    await writeFile(join(root, name), `import { expect, test } from 'vitest'\n${body}`)
  const args = ['run', '--root', root, '--reporter', join(import.meta.dirname, 'quiet-reporter.ts')]
  const ended = await new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [join(projectRoot, 'node_modules/vitest/vitest.mjs'), ...args],
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
  await rm(root, { recursive: true })
  return ended
}

const good = `test('good', () => { console.log('chatter'); expect(1).toBe(1) })`

test('when all is well it says how many, and nothing of what they said', async () => {
  const { code, out } = await runOf({ 'a.test.ts': `${good}\ntest.skip('later', () => {})` })
  expect(code).toBe(0)
  expect(out.trim().split('\n').slice(-2)).toEqual(['1 skipped: a.test.ts', '1 passed, 0 failed'])
  expect(out).not.toContain('chatter')
})

test('a failure, a file that does not load and a stray rejection are each counted', async () => {
  const { code, out, err } = await runOf({
    'a.test.ts': `${good}\ntest('bad', () => expect(1).toBe(2))`,
    'b.test.ts': `throw new Error('no such thing')`,
    'c.test.ts': `${good}\nvoid Promise.reject(new Error('stray'))`,
  })
  expect(code).toBe(1)
  expect(out.trim().split('\n').at(-1)).toBe('2 passed, 3 failed')
  expect(err).toContain('expected 1 to be 2')
})
