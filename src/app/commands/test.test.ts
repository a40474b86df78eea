import { afterEach, expect, test, vi } from 'vitest'
import { findChromium } from '#core/cli/chromium.ts'
import { rememberingTerminal } from '#core/cli/terminal.ts'
import { command } from './test.ts'

afterEach(() => vi.unstubAllEnvs())

test('without Chromium it says exactly what to install, and fails', async () => {
  vi.stubEnv('CHROMIUM', '/nowhere/chromium')
  vi.stubEnv('CI', '')
  const terminal = rememberingTerminal()
  expect(await command.run([], terminal)).toBe(1)
  expect(terminal.complaints()).toContain('sudo apt-get install chromium')
  expect(terminal.complaints()).toContain('./moot test --install')
})

test('the Chromium that is named is the one taken', async () => {
  expect(await findChromium({ CHROMIUM: process.execPath, PATH: '' })).toBe(process.execPath)
  expect(await findChromium({ CHROMIUM: '/nowhere/chromium', PATH: '/usr/bin' })).toBeUndefined()
})
