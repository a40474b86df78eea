import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/**
 * Does the small task that is asked of a part of the network from which much comes, before a form goes off. The same file is the
 * page's part and the worker's. Whatever fails, the form goes off all the same: then a person looks at it first.
 */
const LONGEST_MS = 60_000
const isWorker = typeof document === 'undefined'

if (isWorker) self.addEventListener('message', ({ data }: MessageEvent<Challenge>) => void solve(data))
else
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=hidden][name=proof]'))
    attach(field)

async function solve(challenge: Challenge): Promise<void> {
  self.postMessage(await solveChallenge({ challenge, deriveKey, timeout: LONGEST_MS }))
}

function attach(field: HTMLInputElement): void {
  const { form } = field
  if (!form || !globalThis.isSecureContext) return
  let isReady = false
  form.addEventListener('submit', async (event) => {
    if (isReady) return
    event.preventDefault()
    isReady = true
    field.value = await proofFor(form).catch(() => '')
    form.requestSubmit(event.submitter)
    isReady = false
  })
}

async function proofFor(form: HTMLFormElement): Promise<string> {
  const reply = await fetch('/proof-of-work')
  const { task, words } = (await reply.json()) as { task: Challenge | null; words: string | null }
  if (!task) return ''
  const told = tell(form, words ?? '')
  const solution = await work(task)
  told.remove()
  return solution ? btoa(JSON.stringify({ challenge: task, solution })) : ''
}

function work(task: Challenge): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.url, { type: 'module' })
    worker.addEventListener('message', ({ data }) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', reject)
    worker.postMessage(task)
  })
}

/** Said to readers of the screen too; gone when the form is. */
function tell(form: HTMLFormElement, words: string): HTMLElement {
  const place = document.createElement('p')
  place.setAttribute('role', 'status')
  form.append(place)
  place.textContent = words
  return place
}
