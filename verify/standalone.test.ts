import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fileWith, newFolder } from './testing/run.ts'
import { handIns, SmallRecord } from './testing/small-record.ts'

test('this folder alone, copied elsewhere, checks a receipt and says nothing but the verdict', async () => {
  const copy = join(newFolder(), 'a copy with spaces')
  cpSync(fileURLToPath(new URL('.', import.meta.url)), copy, {
    recursive: true,
    filter: (path) => !/\.test\.ts$|testing$/.test(path),
  })
  const record = new SmallRecord().append(handIns(20))
  const args = ['receipt', fileWith(await record.receipt(7)), '--key', record.vkey]
  const answer = spawnSync(process.execPath, [join(copy, 'verify.mjs'), ...args], {
    encoding: 'utf8',
    cwd: '/',
  })
  expect(answer.stderr).toBe('')
  expect(answer.stdout).toContain('Everything that was checked holds.')
  expect(answer.status).toBe(0)
})
