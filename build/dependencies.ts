import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { OperatorError } from '../src/core/operator-error.ts'
import { adviceFor } from './advice.ts'

interface LockedPackage {
  version?: string
  integrity?: string
  optional?: boolean
}

interface Lock {
  packages: Record<string, LockedPackage>
}

/** Where npm notes what it has installed. */
export const HIDDEN_LOCK = 'node_modules/.package-lock.json'

/** An npm that outlived us would go on writing while the next start installs: where the kernel can, it ends with us. */
const ENDING_WITH_US =
  'if setpriv --pdeathsig KILL true 2>/dev/null; then exec setpriv --pdeathsig KILL "$@"; fi; exec "$@"'

/**
 * Installs exactly what the lock file says, when it says something new. The stamp that remembers it is removed before npm
 * begins and written when it is done, so a kill half-way means the next start installs again. No package's own scripts run.
 */
export async function readyDependencies(root: string): Promise<void> {
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8')
  const stamp = join(root, 'node_modules/.folkmoot-installed')
  const wanted = createHash('sha256').update(`${lock}${process.platform}${process.arch}`).digest('hex')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return
  if (!(await isInstalled(root, lock))) {
    process.stderr.write('Installing what Folkmoot needs (once, about a minute) …\n')
    for (const file of [stamp, join(root, HIDDEN_LOCK)]) await rm(file, { force: true })
    await runNpm(root)
  }
  await writeFile(stamp, wanted)
}

/** Whether someone installed the same by hand: npm keeps what it has installed in a lock file of its own. */
async function isInstalled(root: string, lockText: string): Promise<boolean> {
  const hidden = await readFile(join(root, HIDDEN_LOCK), 'utf8').catch(() => undefined)
  if (hidden === undefined) return false
  const wanted: Lock = JSON.parse(lockText)
  const found: Lock = JSON.parse(hidden)
  return Object.entries(wanted.packages).every(([path, { version, integrity, optional }]) => {
    const there = found.packages[path]
    if (path === '' || (optional && !there)) return true
    return there?.version === version && there?.integrity === integrity
  })
}

async function runNpm(root: string): Promise<void> {
  const words = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const quiet = ['--loglevel=error', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']
  const child = spawn('/bin/sh', ['-c', ENDING_WITH_US, 'sh', ...npmProgram(), ...words, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: npmEnvironment(),
  })
  const [complaints, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ])
  if (code === 0) return
  // The shell's own code for a program it does not find.
  if (code === 127) throw new OperatorError('npm is missing. It comes with Node: install it and start again.')
  const last = complaints.trim().split('\n').slice(-5).join('\n')
  throw new OperatorError(
    adviceFor(complaints, root) ?? `npm could not install what Folkmoot needs:\n${last}`,
  )
}

/** The npm that called us, but not one of its cousins, which read no package-lock.json. */
function npmProgram(): string[] {
  const caller = process.env.npm_execpath ?? ''
  return caller.endsWith('npm-cli.js') ? [process.execPath, caller] : ['npm']
}

/** Not what an outer npm passes down about its own run: a prefix or a workspace of that would send ours elsewhere. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const passed =
    /^npm_(config_(local_prefix|global|prefix|workspace|workspaces|omit|include)|package_|lifecycle_)/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !passed.test(name)))
}
