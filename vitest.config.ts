import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['src/app/testing/global-setup.ts'],
    setupFiles: ['src/app/testing/one-seed.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts', 'verify/**/*.test.ts', 'e2e/**/*.test.ts'],
    // The modules are read once for all the files of a process, not once for each: half the time of the whole run. What a test
    // changes outside itself it puts back.
    isolate: false,
    testTimeout: 30_000,
    // A house of its own for a file is a cloned database and a server: seconds on a busy machine.
    hookTimeout: 60_000,
  },
})
