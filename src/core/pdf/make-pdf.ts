import { Worker } from 'node:worker_threads'
import { facePaths } from './faces.ts'

export interface PdfWanted {
  /** A Typst file beside the slice that uses it: `new URL('./slip.typ', import.meta.url)`. It may import `/house.typ`. */
  template: URL
  /** Becomes `data` of house.typ: text stays text, whoever wrote it. */
  data: unknown
}

export type PdfMade = { ok: true; pdf: Uint8Array } | { ok: false; message: string }

interface Waiting {
  resolve: (pdf: Buffer) => void
  reject: (why: Error) => void
}

interface Press {
  worker: Worker
  waiting: Map<number, Waiting>
  /** Ends a press that has had nothing to do, or that has hung. */
  timer: NodeJS.Timeout | undefined
}

// A thousand slips take seconds; what takes minutes hangs.
const HUNG_MS = 180_000
// The compiler keeps some hundred megabytes that only its thread's end gives back.
const IDLE_MS = 30_000

let press: Press | undefined
let next = 0

/**
 * Sets a document by Typst: PDF/UA-1 (tagged, with title and language), faces embedded, no date inside, so that the same data
 * make the same bytes. Runs in a thread of its own, one document after the other, without network and without files.
 * Throws with the compiler's words when the template is wrong.
 */
export async function makePdf({ template, data }: PdfWanted): Promise<Buffer> {
  press ??= startPress()
  const { worker, waiting } = press
  const id = next++
  const asked = { id, template: template.href, data: JSON.stringify(data) }
  const made = new Promise<Buffer>((resolve, reject) => waiting.set(id, { resolve, reject }))
  watch(press)
  worker.ref()
  worker.postMessage(asked)
  return await made
}

function startPress(): Press {
  const worker = new Worker(new URL('./pdf-press.ts', import.meta.url), {
    workerData: { facePaths },
    execArgv: [],
  })
  const started: Press = { worker, waiting: new Map(), timer: undefined }
  worker.on('message', ({ id, made }: { id: number; made: PdfMade }) => {
    const asker = started.waiting.get(id)
    started.waiting.delete(id)
    if (made.ok) asker?.resolve(Buffer.from(made.pdf.buffer, made.pdf.byteOffset, made.pdf.byteLength))
    else asker?.reject(new Error(made.message))
    watch(started)
  })
  worker.on('error', (why) => stop(started, why))
  worker.on('exit', () => stop(started, new Error('the typesetter ended before its document was done')))
  return started
}

function watch(watched: Press): void {
  const isBusy = watched.waiting.size > 0
  // With nothing to set, the thread keeps nobody's program alive.
  if (!isBusy) watched.worker.unref()
  clearTimeout(watched.timer)
  watched.timer = setTimeout(
    () => stop(watched, new Error('the typesetter hung')),
    isBusy ? HUNG_MS : IDLE_MS,
  )
  watched.timer.unref()
}

/** Whoever asks from now on gets another press. */
function stop(stopped: Press, why: Error): void {
  if (press === stopped) press = undefined
  clearTimeout(stopped.timer)
  for (const { reject } of stopped.waiting.values()) reject(why)
  stopped.waiting.clear()
  void stopped.worker.terminate()
}
