import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '#core/config/project-root.ts'

/** Nothing but a door: what is asked, and how it is judged, is verify/'s own. */
const DOOR = `
const { main } = await import(process.argv[2])
process.on('message', async (words) => process.send(await main(words)))
process.send('ready')
`

/**
 * The second implementation in a process that stays, for a thousand questions: its own `main`, with the words a sceptic would type,
 * without a Node to start for each. It prints nothing; its exit code is its answer.
 */
export class KeptVerifier {
  readonly #child: ChildProcess

  readonly #ended: Promise<never>

  private constructor(child: ChildProcess) {
    this.#child = child
    this.#ended = once(child, 'exit').then(() => {
      throw new Error('verify/ ended before it had an answer.')
    })
    this.#ended.catch(() => undefined)
  }

  static async open(folder: string): Promise<KeptVerifier> {
    const door = path.join(folder, 'door.mjs')
    await writeFile(door, DOOR)
    const main = pathToFileURL(path.join(projectRoot, 'verify', 'main.ts')).href
    const child = fork(door, [main], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
    await once(child, 'message')
    return new KeptVerifier(child)
  }

  /** 0 all holds, 1 something does not, 2 it could not be checked. */
  async run(words: readonly string[]): Promise<number> {
    const answer = Promise.race([once(this.#child, 'message'), this.#ended])
    this.#child.send([...words])
    const [code] = await answer
    return Number(code)
  }

  async close(): Promise<void> {
    this.#child.disconnect()
    await once(this.#child, 'exit')
  }
}
