import type { Terminal } from './command.ts'

export interface Progress {
  /** How much of `total` is done; `note` replaces the words behind the bar. */
  update(done: number, note?: string): void
  /** Wipes the bar. Call it before other words are written and at the end. */
  finish(): void
}

/** 1 s: what is quicker needs no bar. 100 ms: often enough to look alive, seldom enough to cost nothing. */
const FIRST_AFTER_MS = 1_000
const REDRAW_AFTER_MS = 100
const BAR_SIGNS = 24

/**
 * A bar on the error stream, only while a person watches it and only after one second. `total` 0 or unknown shows the
 * count alone. `now` gives milliseconds and is there for tests.
 */
export function progress(
  terminal: Terminal,
  label: string,
  { total = 0, now = () => performance.now() }: { total?: number; now?: () => number } = {},
): Progress {
  const startedAt = now()
  let drawnAt = Number.NEGATIVE_INFINITY
  let isDrawn = false
  return {
    update(done, note = '') {
      if (!terminal.isWatched || now() - startedAt < FIRST_AFTER_MS || now() - drawnAt < REDRAW_AFTER_MS)
        return
      drawnAt = now()
      isDrawn = true
      terminal.err(`\r\u001b[2K${label} ${bar(done, total)}${note ? ` ${note}` : ''}`)
    },
    finish() {
      if (isDrawn) terminal.err('\r\u001b[2K')
      isDrawn = false
    },
  }
}

function bar(done: number, total: number): string {
  if (total <= 0) return done.toLocaleString('en')
  const share = Math.min(1, done / total)
  const filled = Math.round(share * BAR_SIGNS)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_SIGNS - filled)} ${Math.floor(share * 100)} %`
}
