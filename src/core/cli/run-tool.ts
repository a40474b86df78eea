import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { projectRoot } from '../config/project-root.ts'

/** Runs a program of the clone's `node_modules` with this Node and this terminal; answers its exit code. */
export async function runTool(module: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(projectRoot, module), ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** The same, but what it says is kept and answered. */
export async function hearTool(
  module: string,
  args: readonly string[],
): Promise<{ code: number; words: string }> {
  const child = spawn(process.execPath, [join(projectRoot, module), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, words: `${out}${err}`.trim() }
}
