import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from '#core/cli/command.ts'
import { projectRoot } from '#core/config/project-root.ts'

const WATCHED = ['src', 'db', 'locales', 'build']
/** Editors write a file in several steps, and a branch is many files. */
const SETTLE_MS = 300

export const command: Command = {
  name: 'dev',
  summary: 'Starts, and starts again whenever a source changes.',
  usage: 'Usage: ./moot dev [options of ./moot start]\n\nWatches src, db, locales and build. Ctrl-C ends it.',
  async run(args, terminal) {
    const end = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end.abort())
    while (!end.signal.aborted) {
      const child = spawn(process.execPath, [join(projectRoot, 'moot'), 'start', ...args], {
        stdio: 'inherit',
        // Should we be killed the hard way, the server notices and ends too.
        env: { ...process.env, MOOT_OUTER: String(process.pid) },
      })
      await Promise.race([nextChange(end.signal), childError(child)])
      if (!end.signal.aborted) terminal.err('A source changed: starting again.')
      await ended(child)
    }
    return 0
  },
}

/** Settles when a source has changed and the changes have settled, or when asked to end. */
async function nextChange(signal: AbortSignal): Promise<void> {
  const first = new AbortController()
  const either = AbortSignal.any([signal, first.signal])
  const watching = WATCHED.map(async (folder) => {
    for await (const { filename } of watch(join(projectRoot, folder), { recursive: true, signal: either })) {
      if (filename && !/(~|\.sw[px])$/.test(filename)) return
    }
  })
  await Promise.race(watching.map((watched) => watched.catch(unlessAbortedOrMissing)))
  first.abort()
  await pause(SETTLE_MS)
}

/** A folder that is not there is never told to change. */
async function unlessAbortedOrMissing(error: NodeJS.ErrnoException): Promise<void> {
  if (error.name === 'AbortError') return
  if (error.code !== 'ENOENT') throw error
  await new Promise(() => {})
}

async function childError(child: ChildProcess): Promise<never> {
  return await new Promise((_, reject) => child.once('error', reject))
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
