import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FoundByProcess, ToBeThemed, Told } from './theming-messages.ts'

const PROGRAM = fileURLToPath(new URL('./theming-process.ts', import.meta.url))
/** 400,000 answers take less; more than this is a fault, and ends this process alone. */
const MOST_MEMORY_MB = 4_096

export type Computed = { ok: true; found: FoundByProcess } | { ok: false; why: string }

/** Has themes computed by a process of its own, and hears how far it is. */
export function computeThemes(
  asked: ToBeThemed,
  onStage: (stage: string, share: number) => void,
): Promise<Computed> {
  const child = fork(PROGRAM, [], {
    execArgv: [`--max-old-space-size=${MOST_MEMORY_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    let outcome: Computed = { ok: false, why: 'the computing process ended before it had a result' }
    child.on('message', (told: Told) => {
      if (told.kind === 'stage') onStage(told.stage, told.share)
      else outcome = told.kind === 'found' ? { ok: true, found: told } : { ok: false, why: told.why }
    })
    child.on('error', (error) => {
      outcome = { ok: false, why: error.message }
    })
    child.on('close', () => resolve(outcome))
    child.send(asked)
  })
}
