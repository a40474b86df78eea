import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../src/core/config/project-root.ts'

export interface Clone {
  root: string
  /** Every time our npm was called, a line of its words. */
  npmCalls(): Promise<string[]>
  remove(): Promise<void>
}

const run = promisify(execFile)

/** Enough of the house for its launcher: one command, the stylesheet, and what these stand on. */
const PARTS = [
  'moot',
  'build',
  'package*.json',
  'tsconfig.json',
  'src/cli.ts',
  'src/core',
  'src/ui',
  'src/listen/intake/scan/reader-wasm.ts',
  'src/app/commands/config.ts',
]

/** For the launcher's tests: a clone in a path with spaces, with an npm that does what `npm` says (a JavaScript program). */
export async function makeClone(npm: string, { isInstalled = true } = {}): Promise<Clone> {
  const folder = await mkdtemp(join(tmpdir(), 'folkmoot clone '))
  const root = join(folder, 'a clone')
  const { stdout } = await run('git', ['ls-files', '-z', ...PARTS], {
    cwd: projectRoot,
    maxBuffer: 10_000_000,
  })
  for (const path of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await cp(join(projectRoot, path), join(root, path)).catch(unlessDeleted)
  }
  if (isInstalled) await installByHand(root)
  const log = join(folder, 'npm.log')
  const note = `require('fs').appendFileSync(${JSON.stringify(log)}, process.argv.slice(2).join(' ') + '\\n');`
  await writeFile(join(folder, 'npm-cli.js'), `${note}\n${npm}`)
  return {
    root,
    npmCalls: async () => (await readFile(log, 'utf8').catch(() => '')).split('\n').filter(Boolean),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What npm would have put there, by links to what the tests themselves run on. */
export async function installByHand(root: string): Promise<void> {
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
}

/** A file git still lists and the working copy has lost. */
function unlessDeleted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

export interface Ended {
  code: number | null
  out: string
  err: string
}

export interface MootOptions {
  node?: string
  env?: NodeJS.ProcessEnv
}

export function startMoot(
  { root }: Clone,
  words: readonly string[],
  { node = process.execPath, env = {} }: MootOptions = {},
): ChildProcess {
  const { npm_lifecycle_event: _, ...own } = process.env
  return spawn(node, [join(root, 'moot'), ...words], {
    cwd: root,
    env: { ...own, npm_execpath: join(dirname(root), 'npm-cli.js'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function endOf(child: ChildProcess): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (text) => {
    out += text
  })
  child.stderr?.on('data', (text) => {
    err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

export async function moot(
  clone: Clone,
  words: readonly string[],
  options: MootOptions = {},
): Promise<Ended> {
  return await endOf(startMoot(clone, words, options))
}
