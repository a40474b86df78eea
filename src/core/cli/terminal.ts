import type { Writable } from 'node:stream'
import type { Terminal } from './command.ts'

/** The terminal this process was started from. */
export function ownTerminal(): Terminal {
  return terminalOn(process.stdout, process.stderr, process.stderr.isTTY === true)
}

/** A terminal that keeps what is written, for tests. */
export function rememberingTerminal(): Terminal & { written(): string; complaints(): string } {
  let written = ''
  let complaints = ''
  return {
    out: (text) => {
      written += asLine(text)
    },
    err: (text) => {
      complaints += asLine(text)
    },
    isWatched: false,
    written: () => written,
    complaints: () => complaints,
  }
}

function terminalOn(out: Writable, err: Writable, isWatched: boolean): Terminal {
  return {
    out: (text) => void out.write(asLine(text)),
    err: (text) => void err.write(asLine(text)),
    isWatched,
  }
}

function asLine(text: string): string {
  return text.endsWith('\n') || text.startsWith('\r') ? text : `${text}\n`
}
