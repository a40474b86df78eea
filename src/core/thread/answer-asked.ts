import { parentPort } from 'node:worker_threads'

/** Inside a back thread: answers each thing asked, in turn, with what `work` gives or with the words of what it throws. */
export function answerAsked<Asked, T>(work: (asked: Asked) => Promise<T> | T): void {
  let before: Promise<void> = Promise.resolve()
  parentPort?.on('message', ({ id, asked }: { id: number; asked: Asked }) => {
    before = before.then(async () => {
      try {
        parentPort?.postMessage({ id, ok: true, told: await work(asked) })
      } catch (why) {
        parentPort?.postMessage({ id, ok: false, message: why instanceof Error ? why.message : String(why) })
      }
    })
  })
}
