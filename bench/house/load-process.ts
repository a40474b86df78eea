import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '#core/config/project-root.ts'
import type { LoadResult, LoadTask } from './load-task.ts'

const PROGRAM = path.join(projectRoot, 'dist', 'cli.js')

/** Has a load made by a process of its own, and waits for its result. */
export async function load(task: LoadTask): Promise<LoadResult> {
  const process = new LoadProcess(task)
  const result = await process.next<LoadResult>()
  await process.end()
  return result
}

/** A load process that is spoken with: lines of JSON out, lines of anything in. */
export class LoadProcess {
  readonly #child: ChildProcess
  readonly #lines: AsyncIterator<string>

  constructor(task: LoadTask) {
    this.#child = spawn(process.execPath, [PROGRAM, 'bench', '--load', JSON.stringify(task)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    if (!this.#child.stdout) throw new Error('A load process has no output.')
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
  }

  async next<T>(): Promise<T> {
    const { value, done } = await this.#lines.next()
    if (done) throw new Error('A load process ended before it had a result.')
    return JSON.parse(value) as T
  }

  tell(): void {
    this.#child.stdin?.write('now\n')
  }

  async end(): Promise<void> {
    this.#child.stdin?.end()
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit')
  }
}
