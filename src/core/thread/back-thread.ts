import { Worker } from 'node:worker_threads'

/** What a back thread answers to each message `{ id, asked }`; see `answerAsked`. */
type Told<T> = { id: number } & ({ ok: true; told: T } | { ok: false; message: string })

interface Running<T> {
  worker: Worker
  waiting: Map<number, { resolve: (told: T) => void; reject: (why: Error) => void }>
  done: number
  /** Ends a thread that has had nothing to do, or that has hung. */
  timer: NodeJS.Timeout | undefined
}

// What takes minutes hangs.
const HUNG_MS = 180_000
// Compiled code and memory of libraries are given back by nothing but the thread's end.
const IDLE_MS = 30_000

/**
 * A thread for what takes seconds and does not yield, so that a web process goes on answering: begun when it is first asked,
 * one thing after the other, ended after half a minute without work. `module` is started from its source: Node strips the types.
 */
export class BackThread<Asked, T> {
  readonly #module: URL
  readonly #retiresAfter: number
  #running: Running<T> | undefined
  #next = 0

  /** `retiresAfter` so many works another thread takes over, where a library's memory grows with each. */
  constructor(module: URL, { retiresAfter = Number.POSITIVE_INFINITY } = {}) {
    this.#module = module
    this.#retiresAfter = retiresAfter
  }

  /** Throws what the thread threw, as words. */
  async ask(asked: Asked): Promise<T> {
    this.#running ??= this.#start()
    const { worker, waiting } = this.#running
    const id = this.#next++
    const told = new Promise<T>((resolve, reject) => waiting.set(id, { resolve, reject }))
    this.#watch(this.#running)
    worker.ref()
    worker.postMessage({ id, asked })
    return told
  }

  #start(): Running<T> {
    const worker = new Worker(this.#module, { execArgv: [] })
    const started: Running<T> = { worker, waiting: new Map(), done: 0, timer: undefined }
    worker.on('message', (told: Told<T>) => {
      const asker = started.waiting.get(told.id)
      started.waiting.delete(told.id)
      if (told.ok) asker?.resolve(told.told)
      else asker?.reject(new Error(told.message))
      started.done += 1
      if (started.waiting.size === 0 && started.done >= this.#retiresAfter)
        this.#stop(started, new Error('a thread retired'))
      else this.#watch(started)
    })
    worker.on('error', (why) => this.#stop(started, why))
    worker.on('exit', () => this.#stop(started, new Error('a thread ended before its work was done')))
    return started
  }

  #watch(watched: Running<T>): void {
    const isBusy = watched.waiting.size > 0
    // With nothing to do, the thread keeps nobody's program alive.
    if (!isBusy) watched.worker.unref()
    clearTimeout(watched.timer)
    const end = () => this.#stop(watched, new Error('a thread hung'))
    watched.timer = setTimeout(end, isBusy ? HUNG_MS : IDLE_MS)
    watched.timer.unref()
  }

  /** Whoever asks from now on gets another thread. */
  #stop(stopped: Running<T>, why: Error): void {
    if (this.#running === stopped) this.#running = undefined
    clearTimeout(stopped.timer)
    for (const { reject } of stopped.waiting.values()) reject(why)
    stopped.waiting.clear()
    void stopped.worker.terminate()
  }
}
